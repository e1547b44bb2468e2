package org.bbc1.web.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The token that a request has to show (RFC 6750). */
final class BearerToken {
  private static final Pattern HEADER = Pattern.compile("(?i:Bearer) +(\\S+) *");

  private final byte[] expected;

  BearerToken(String token) {
    this.expected = token.getBytes(UTF_8);
  }

  /**
   * Whether an {@code Authorization} header carries it; takes the same time for every wrong one.
   */
  boolean isIn(@Nullable String authorization) {
    if (authorization == null) {
      return false;
    }
    Matcher header = HEADER.matcher(authorization);
    return header.matches() && MessageDigest.isEqual(expected, header.group(1).getBytes(UTF_8));
  }
}
