package org.bbc1.node.config;

import java.util.List;

/**
 * A configuration that cannot be used; carries every fault that was found, each one ready to be
 * shown to an operator.
 */
public final class ConfigurationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final List<String> faults;

  /** One fault. */
  public ConfigurationException(String fault) {
    this(List.of(fault));
  }

  /** One fault with the exception behind it. */
  public ConfigurationException(String fault, Throwable cause) {
    super(fault, cause);
    this.faults = List.of(fault);
  }

  /** All faults of one configuration, at least one. */
  public ConfigurationException(List<String> faults) {
    super(String.join("; ", faults));
    this.faults = List.copyOf(faults);
  }

  /** The faults in the order in which they were found. */
  public List<String> faults() {
    return faults;
  }
}
