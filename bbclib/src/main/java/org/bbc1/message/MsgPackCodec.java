package org.bbc1.message;

/**
 * Message maps in msgpack. Reading takes every dialect: keys and byte strings as raw, str or bin.
 * Writing gives the form a node sends: byte strings, texts and keys as bin, integers in their
 * smallest form. Source: client-protocol section 2.
 */
public final class MsgPackCodec {

  private MsgPackCodec() {}

  /**
   * Reads a body.
   *
   * @throws MessageCodecException if it is not exactly one well-formed msgpack value within the
   *     bounds (nesting at most {@value MsgPackReader#MAX_DEPTH}, at most {@value
   *     MsgPackReader#MAX_VALUES} values)
   * @throws NotAMapException if it is well-formed but no map
   */
  public static DecodedMessage decode(byte[] body) throws MessageCodecException, NotAMapException {
    return decode(body, 0, body.length);
  }

  /**
   * Reads a body of which little is expected. Small values take many times their encoded size in
   * memory, so whoever reads the messages of strangers allows fewer of them.
   *
   * @param maxValues how many values the message may consist of, keys included
   * @throws MessageCodecException if it is not exactly one well-formed msgpack value within the
   *     bounds
   * @throws NotAMapException if it is well-formed but no map
   */
  public static DecodedMessage decode(byte[] body, int maxValues)
      throws MessageCodecException, NotAMapException {
    return MsgPackReader.read(body, 0, body.length, maxValues);
  }

  /**
   * Reads a body that is a part of an array.
   *
   * @throws MessageCodecException if it is not exactly one well-formed msgpack value within the
   *     bounds
   * @throws NotAMapException if it is well-formed but no map
   */
  public static DecodedMessage decode(byte[] buffer, int offset, int length)
      throws MessageCodecException, NotAMapException {
    return MsgPackReader.read(buffer, offset, length, MsgPackReader.MAX_VALUES);
  }

  /**
   * The message as a node sends it: everything as bin. Only inside user payloads (the fields {@code
   * message} and {@code hint} and fields that the protocol does not define) what came as text goes
   * out as text, unless it is not valid UTF-8.
   */
  public static byte[] encode(Message message) {
    return encode(message, 0);
  }

  /** The message in the form of {@link #encode(Message)} behind {@code reserved} zero bytes. */
  static byte[] encode(Message message, int reserved) {
    return MsgPackWriter.write(message, StringForm.NODE, reserved);
  }

  /** Number of bytes of {@link #encode(Message)}, found without encoding. */
  public static long sizeOf(Message message) {
    return MsgPackSize.of(message, StringForm.NODE);
  }

  /** The message with every text as bin, those of user payloads too. */
  public static byte[] encodeAllBin(Message message) {
    return MsgPackWriter.write(message, StringForm.ALL_BIN, 0);
  }

  /** The message as a client of this dialect writes it. */
  public static byte[] encode(Message message, Dialect dialect) {
    return MsgPackWriter.write(
        message, dialect == Dialect.RAW ? StringForm.RAW : StringForm.BIN_AND_STR, 0);
  }
}
