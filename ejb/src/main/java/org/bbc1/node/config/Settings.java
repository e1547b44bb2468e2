package org.bbc1.node.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Typed reading of texts; faults are collected, not thrown one by one. */
final class Settings {

  private final Function<String, Optional<String>> source;
  private final List<String> faults = new ArrayList<>();

  Settings(Function<String, Optional<String>> source) {
    this.source = source;
  }

  private Optional<String> given(String key) {
    return source.apply(key).map(String::strip).filter(text -> !text.isEmpty());
  }

  String text(String key, String otherwise) {
    return given(key).orElse(otherwise);
  }

  @Nullable String optionalText(String key) {
    return given(key).orElse(null);
  }

  @Nullable Path path(String key) {
    String text = optionalText(key);
    try {
      return text == null ? null : Path.of(text);
    } catch (InvalidPathException e) {
      faults.add(key + " must be a path, but is " + text);
      return null;
    }
  }

  OptionalInt integer(String key, int minimum, int maximum) {
    String text = optionalText(key);
    if (text == null) {
      return OptionalInt.empty();
    }
    try {
      int value = Integer.parseInt(text);
      if (value >= minimum && value <= maximum) {
        return OptionalInt.of(value);
      }
    } catch (NumberFormatException e) {
      // reported below like a number out of bounds
    }
    faults.add(
        "%s must be an integer from %d to %d, but is %s".formatted(key, minimum, maximum, text));
    return OptionalInt.empty();
  }

  Optional<Boolean> bool(String key) {
    String text = optionalText(key);
    if (text == null || text.equals("unset")) {
      return Optional.empty();
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> {
        faults.add(key + " must be true or false, but is " + text);
        yield Optional.empty();
      }
    };
  }

  void throwIfFaulty() {
    if (!faults.isEmpty()) {
      throw new ConfigurationException(faults);
    }
  }
}
