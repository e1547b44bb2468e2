package org.bbc1.web.transaction;

import java.util.function.Function;
import org.bbc1.web.problem.ProblemException;
import org.bbc1.web.problem.ProblemType;

/** Identifiers in a path, in hexadecimal digits of either case. */
final class PathIds {
  private PathIds() {}

  /**
   * @param what names the identifier in the problem
   * @param read such as {@code DomainId::fromHex}
   */
  static <T> T parse(String what, String hex, Function<String, T> read) {
    try {
      return read.apply(hex);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          ProblemType.MALFORMED_ID,
          "The " + what + " in the path is not an identifier in hexadecimal digits.");
    }
  }
}
