package org.bbc1.connector;

import java.util.List;

/** The configuration of the connector is wrong; every fault is named. */
public final class ConnectorConfigurationException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final List<String> faults;

  ConnectorConfigurationException(List<String> faults) {
    super(ConnectorText.CONFIGURATION_INVALID.with(faults.size(), String.join("; ", faults)));
    this.faults = List.copyOf(faults);
  }

  /** One text with a stable code for each fault, in the order of the settings. */
  public List<String> faults() {
    return faults;
  }
}
