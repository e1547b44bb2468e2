package org.bbc1.cli;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonStructure;
import jakarta.json.JsonWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.regex.Pattern;
import org.bbc1.transaction.Signature;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where and how a command prints its result. */
final class Output {

  private static final Pattern YES = Pattern.compile("y|yes", Pattern.CASE_INSENSITIVE);

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  boolean isJson() {
    return json;
  }

  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  PrintWriter err() {
    return spec.commandLine().getErr();
  }

  void line(String text) {
    out().println(text);
    out().flush();
  }

  /** Tells on standard error what the user should know. */
  void warn(String text) {
    err().println("bbc1: " + Texts.printable(text));
    err().flush();
  }

  /** Asks on standard error; whatever is not a yes is a no, the end of the input too. */
  boolean confirms(String question) {
    err().print("bbc1: " + question + " [y/N] ");
    err().flush();
    try {
      String answer =
          new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
      return answer != null && YES.matcher(answer.strip()).matches();
    } catch (IOException e) {
      return false;
    }
  }

  /** Tells on standard error why the answer is no, and returns the exit code for it. */
  int no(String text) {
    warn(text);
    return ExitCode.NEGATIVE;
  }

  void json(JsonStructure value) {
    StringWriter text = new StringWriter();
    try (JsonWriter writer = Json.createWriter(text)) {
      writer.write(value);
    }
    line(text.toString());
  }

  static JsonObjectBuilder describe(RecordedFile file) {
    return Json.createObjectBuilder()
        .add("file", file.name())
        .add("owner", file.owner())
        .add("userId", file.asset().userId().toHex())
        .add("size", file.asset().fileSize())
        .add("sha256", digest(file))
        .add("recordedAt", file.time().toString())
        .add("transactionId", file.transaction().transactionId().toHex())
        .add("assetId", file.asset().assetId().toHex());
  }

  static JsonObject signature(Signature signature) {
    return Json.createObjectBuilder()
        .add("valid", true)
        .add("publicKey", Texts.publicKey(signature))
        .build();
  }

  static String digest(RecordedFile file) {
    byte[] digest = file.asset().fileDigest();
    return digest == null ? "" : java.util.HexFormat.of().formatHex(digest);
  }
}
