package org.bbc1.node.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bbc1.transaction.ReadLimits;

/** The box of effective settings that stands in the log at start; secrets are masked. */
public final class ConfigurationOverview {

  private ConfigurationOverview() {}

  /** Several lines, framed. */
  public static String render(ProcessConfiguration process, NodeConfiguration node) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("working folder", process.workingDirectory().toAbsolutePath().toString());
    lines.put("configuration", node.file().toAbsolutePath().toString());
    lines.put("client port", process.clientAddress() + ":" + clientPort(process, node));
    lines.put(
        "node key",
        node.useNodeKey() ? "in force" : "off: everybody who connects is administrator");
    lines.put("domain_global_0", process.domain0() ? "takes part" : "off");
    ProcessConfiguration.Database database = process.database();
    lines.put(
        "database",
        database.subUrl().isEmpty() ? "packaged default" : withoutSecrets(database.subUrl()));
    if (!database.user().isEmpty()) {
      lines.put("database user", database.user());
      lines.put("database password", database.password().toString());
    }
    lines.put("largest frame", process.limits().maxFrameBytes() + " bytes");
    lines.put("users a connection", String.valueOf(process.limits().maxUsersPerConnection()));
    lines.put("validation threads", String.valueOf(process.limits().validationThreads()));
    lines.put("query threads", String.valueOf(process.limits().queryThreads()));
    lines.put("messaging", process.limits().messaging().toString());
    ReadLimits transactions = process.limits().transactions();
    lines.put(
        "transactions",
        "contents of up to %d bytes, ratio %d, nesting %d, %s parts"
            .formatted(
                transactions.inflatedBytes(),
                transactions.ratio(),
                transactions.nesting(),
                transactions.parts() == 0 ? "any number of" : transactions.parts()));
    lines.put("search limits", node.searchLimits().toString());
    lines.put("domains", String.valueOf(node.domains().size()));
    lines.put("log level", process.logLevel());
    return box(lines);
  }

  /** A password may also hide among the URL's parameters. */
  private static String withoutSecrets(String url) {
    return url.replaceAll("(?i)(passw[^=;&]*=)[^;&]*", "$1" + SecretMask.MASK);
  }

  private static String box(Map<String, String> lines) {
    int keyWidth = lines.keySet().stream().mapToInt(String::length).max().orElse(0);
    List<String> rows = new ArrayList<>();
    lines.forEach(
        (key, value) ->
            rows.add((key + " ".repeat(keyWidth)).substring(0, keyWidth) + " : " + value));
    int width = rows.stream().mapToInt(String::length).max().orElse(0);
    String frame = "+" + "-".repeat(width + 2) + "+";
    StringBuilder box = new StringBuilder(frame);
    for (String row : rows) {
      box.append("\n| ").append(row).append(" ".repeat(width - row.length())).append(" |");
    }
    return box.append('\n').append(frame).toString();
  }

  private static String clientPort(ProcessConfiguration process, NodeConfiguration node) {
    return process.clientPort().orElse(-1) == 0 ? "a free one" : String.valueOf(node.clientPort());
  }
}
