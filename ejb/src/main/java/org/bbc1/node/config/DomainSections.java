package org.bbc1.node.config;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bbc1.id.DomainId;

/** The domains in the configuration file of another node, which is only read. */
public final class DomainSections {

  private DomainSections() {}

  /**
   * Reads them as that node would, in the order of the file.
   *
   * @throws ConfigurationException with every fault and, for text that is not JSON, file, line and
   *     column
   */
  public static Map<DomainId, DomainSection> read(Path file) {
    JsonObject merged = JsonMerge.deep(Defaults.json(), JsonFile.read(file));
    ConfigurationCheck.check(file.toString(), merged);
    Map<DomainId, DomainSection> sections = new LinkedHashMap<>();
    JsonObject domains = merged.getJsonObject("domains");
    for (String key : domains.keySet()) {
      sections.put(
          DomainId.fromHex(key), DomainSection.of("domains." + key, domains.getJsonObject(key)));
    }
    return sections;
  }
}
