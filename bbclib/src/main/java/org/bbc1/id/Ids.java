package org.bbc1.id;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values for new identifiers, 32 bytes each. Source: transaction-format section 10.1. */
public final class Ids {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /** A random value; one cannot be guessed from others. */
  public static byte[] random() {
    return sha256(randomBytes(Id.FULL_LENGTH));
  }

  /** The value of a text: always the same, the SHA-256 of its UTF-8 bytes. */
  public static byte[] ofText(String seed) {
    return sha256(seed.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The value of a text and the present time: SHA-256 of the text followed by seconds since 1970
   * with six decimals.
   */
  public static byte[] ofText(String seed, Clock clock) {
    Instant now = clock.instant();
    return ofText(
        seed + String.format(Locale.ROOT, "%d.%06d", now.getEpochSecond(), now.getNano() / 1000));
  }

  /**
   * A new id as the seed's {@code get_new_id} makes it: of the text, with the present time behind
   * it if asked for; without a text, random.
   */
  public static byte[] newId(@Nullable String seed, boolean includeTime) {
    if (seed == null) {
      return random();
    }
    return includeTime ? ofText(seed, Clock.systemUTC()) : ofText(seed);
  }

  /** So many random bytes from a secure generator. */
  public static byte[] randomBytes(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private static byte[] sha256(byte[] data) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(data);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
