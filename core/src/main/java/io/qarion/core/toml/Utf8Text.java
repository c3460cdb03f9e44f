package io.qarion.core.toml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/**
 * Bytes read as UTF-8.
 *
 * @param mark whether a byte-order mark came first; it is not part of the text
 * @param text up to the first byte that is no UTF-8
 * @param firstBadByte the value of that byte
 */
record Utf8Text(boolean mark, String text, OptionalInt firstBadByte) {

  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  static Utf8Text read(byte[] bytes) {
    boolean mark =
        bytes.length >= MARK.length
            && bytes[0] == MARK[0]
            && bytes[1] == MARK[1]
            && bytes[2] == MARK[2];
    int start = mark ? MARK.length : 0;
    ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    CharBuffer out = CharBuffer.allocate(bytes.length - start);
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    boolean bad = decoder.decode(in, out, true).isError();
    OptionalInt badByte =
        bad ? OptionalInt.of(Byte.toUnsignedInt(in.get(in.position()))) : OptionalInt.empty();
    return new Utf8Text(mark, out.flip().toString(), badByte);
  }

  static byte[] write(boolean mark, String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    if (!mark) {
      return body;
    }
    byte[] all = new byte[MARK.length + body.length];
    System.arraycopy(MARK, 0, all, 0, MARK.length);
    System.arraycopy(body, 0, all, MARK.length, body.length);
    return all;
  }
}
