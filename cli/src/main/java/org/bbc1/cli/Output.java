package org.bbc1.cli;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonStructure;
import jakarta.json.JsonWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.bbc1.transaction.Signature;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where and how a command prints its result. */
final class Output {

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
