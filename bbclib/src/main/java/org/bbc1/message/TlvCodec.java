package org.bbc1.message;

import java.nio.ByteBuffer;

/**
 * TLV documents: a concatenation of fields without count or end mark, the form of {@code
 * admin_info} and of payload type 0. Source: client-protocol section 3.
 */
public final class TlvCodec {

  private TlvCodec() {}

  /**
   * Reads a document. Byte strings and texts come back as bytes.
   *
   * @throws MessageCodecException if a field is cut off, a length reaches beyond the end, bytes are
   *     left over, an integer is not 8 bytes long, or lists are nested deeper than {@value
   *     TlvReader#MAX_DEPTH}
   */
  public static Message decode(byte[] document) throws MessageCodecException {
    return new TlvReader(ByteBuffer.wrap(document)).message();
  }

  /**
   * Writes a document.
   *
   * @throws IllegalArgumentException if a value cannot be expressed: nil, maps, floats, extensions,
   *     negative integers
   */
  public static byte[] encode(Message message) {
    return TlvWriter.write(message);
  }
}
