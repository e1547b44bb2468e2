package org.bbc1.ledgersubsystem;

import java.security.SignatureException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bbc1.crypto.DerSignature;
import org.bbc1.crypto.KeyPair;
import org.bbc1.crypto.PublicKey;
import org.jspecify.annotations.Nullable;

/**
 * A tree head with the signature of the node, in the form of a signed note (C2SP): the text of the
 * head, an empty line, and a line with the origin, the first four bytes of the SHA-256 of the
 * public key's SubjectPublicKeyInfo and the ECDSA signature in DER.
 *
 * @param head what is signed
 * @param keyHash 4 bytes that tell which key it was
 * @param signature DER, over the SHA-256 of the text
 */
public record SignedTreeHead(TreeHead head, byte[] keyHash, byte[] signature) {

  private static final int KEY_HASH = 4;
  private static final int LARGEST_SIGNATURE = 72;
  private static final String SEPARATOR = "\n\u2014 ";
  private static final Pattern SIGNATURE_LINE = Pattern.compile("(\\S+) ([A-Za-z0-9+/]+=*)\n");

  /** Signs a head. */
  public static SignedTreeHead sign(TreeHead head, KeyPair key) {
    try {
      byte[] signature = DerSignature.encode(key.curve(), key.sign(head.digest()));
      return new SignedTreeHead(head, hashOf(key.publicPart()), signature);
    } catch (SignatureException e) {
      throw new IllegalStateException("a signature of our own has no DER form", e);
    }
  }

  /**
   * Reads a signed note.
   *
   * @throws IllegalArgumentException if it is not one of a tree head with one signature
   */
  public static SignedTreeHead parse(String note) {
    int end = note.indexOf(SEPARATOR);
    if (end < 0) {
      throw new IllegalArgumentException("no signature below the tree head");
    }
    TreeHead head = TreeHead.parse(note.substring(0, end));
    Matcher line = SIGNATURE_LINE.matcher(note.substring(end + SEPARATOR.length()));
    if (!line.matches() || !line.group(1).equals(head.origin())) {
      throw new IllegalArgumentException("the signature of the tree head is of another form");
    }
    byte[] bytes = Base64.getDecoder().decode(line.group(2));
    if (bytes.length <= KEY_HASH || bytes.length > KEY_HASH + LARGEST_SIGNATURE) {
      throw new IllegalArgumentException("the signature of the tree head is of another length");
    }
    return new SignedTreeHead(
        head, Arrays.copyOf(bytes, KEY_HASH), Arrays.copyOfRange(bytes, KEY_HASH, bytes.length));
  }

  /** The signed note; UTF-8, ends with a line feed. */
  public String note() {
    byte[] bytes = Arrays.copyOf(keyHash, keyHash.length + signature.length);
    System.arraycopy(signature, 0, bytes, keyHash.length, signature.length);
    return head.text()
        + SEPARATOR
        + head.origin()
        + " "
        + Base64.getEncoder().encodeToString(bytes)
        + "\n";
  }

  /** Whether this key signed the head. */
  public boolean isSignedBy(PublicKey key) {
    try {
      return Arrays.equals(keyHash, hashOf(key))
          && key.verify(head.digest(), DerSignature.decode(key.curve(), signature));
    } catch (SignatureException e) {
      return false;
    }
  }

  private static byte[] hashOf(PublicKey key) {
    return Arrays.copyOf(Hashes.of(key.toDer()), KEY_HASH);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SignedTreeHead signed && note().equals(signed.note());
  }

  @Override
  public int hashCode() {
    return note().hashCode();
  }
}
