package org.bbc1.ledgersubsystem;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bbc1.id.DomainId;
import org.jspecify.annotations.Nullable;

/**
 * What a node says of one complete tree. Each head names the one before it, so that a tree that was
 * left out or exchanged later breaks the chain. The text has the form of a checkpoint: origin,
 * size, root, then lines of our own.
 *
 * @param domain whose digests they are
 * @param tree number of the tree in its domain, counted from 1 without a gap
 * @param size number of digests in it, at least 1
 * @param root 32 bytes
 * @param time when it was signed; milliseconds since 1970
 * @param previous SHA-256 of the text of the head before; empty in the first
 */
public record TreeHead(
    DomainId domain, long tree, long size, byte[] root, long time, byte[] previous) {

  private static final String ORIGIN = "bbc1/";
  private static final String NONE = "-";
  private static final Pattern TEXT =
      Pattern.compile(
          "bbc1/([0-9a-f]{64})\n([1-9][0-9]{0,17})\n([A-Za-z0-9+/]{43}=)\n"
              + "tree ([1-9][0-9]{0,17})\ntime ([1-9][0-9]{0,17})\nprevious ([0-9a-f]{64}|-)\n");

  /** Refuses what has no text. */
  public TreeHead {
    if (domain.toByteArray().length != DomainId.FULL_LENGTH
        || tree < 1
        || size < 1
        || time < 1
        || root.length != Hashes.SIZE
        || previous.length != (tree == 1 ? 0 : Hashes.SIZE)) {
      throw new IllegalArgumentException("not a tree head");
    }
  }

  /**
   * Reads the text of a head; there is one way only to write it.
   *
   * @throws IllegalArgumentException if it is not one
   */
  public static TreeHead parse(String text) {
    Matcher fields = TEXT.matcher(text);
    if (!fields.matches()) {
      throw new IllegalArgumentException("not a tree head");
    }
    TreeHead head =
        new TreeHead(
            DomainId.fromHex(fields.group(1)),
            Long.parseLong(fields.group(4)),
            Long.parseLong(fields.group(2)),
            Base64.getDecoder().decode(fields.group(3)),
            Long.parseLong(fields.group(5)),
            fields.group(6).equals(NONE) ? new byte[0] : HexFormat.of().parseHex(fields.group(6)));
    if (!head.text().equals(text)) {
      throw new IllegalArgumentException("not a tree head in its one form");
    }
    return head;
  }

  /** Who speaks: {@code bbc1/} and the domain in hexadecimal digits. */
  public String origin() {
    return ORIGIN + domain.toHex();
  }

  /** What is signed; ASCII, ends with a line feed. */
  public String text() {
    return origin()
        + "\n"
        + size
        + "\n"
        + Base64.getEncoder().encodeToString(root)
        + "\ntree "
        + tree
        + "\ntime "
        + time
        + "\nprevious "
        + (previous.length == 0 ? NONE : HexFormat.of().formatHex(previous))
        + "\n";
  }

  /** SHA-256 of {@link #text}: what is signed, and by what the next head names this one. */
  public byte[] digest() {
    return Hashes.of(text().getBytes(StandardCharsets.US_ASCII));
  }

  /** Whether this is the head that comes directly after another. */
  public boolean follows(TreeHead other) {
    return domain.equals(other.domain)
        && tree == other.tree + 1
        && Arrays.equals(previous, other.digest());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TreeHead head && text().equals(head.text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  @Override
  public String toString() {
    return "TreeHead[" + tree + " of " + domain + "]";
  }
}
