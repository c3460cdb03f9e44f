package io.qarion.plugins.files.common;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;

/** Copies the beginning of a text up to the end of a record, so that the last one is whole. */
record FirstRecords(String quote) {

  void copy(Reader from, Writer to, long characters) throws IOException {
    var pending = new StringBuilder();
    boolean inside = false;
    int before = '\n';
    for (long count = 0; count < characters; count++) {
      int sign = from.read();
      if (sign < 0) {
        to.append(pending);
        return;
      }
      if (!quote.isEmpty() && sign == quote.charAt(0)) {
        inside = !inside;
      }
      if (!inside && before == '\r' && sign != '\n') {
        flush(pending, to);
      }
      pending.append((char) sign);
      if (!inside && sign == '\n') {
        flush(pending, to);
      }
      before = sign;
    }
  }

  private static void flush(StringBuilder pending, Writer to) throws IOException {
    to.append(pending);
    pending.setLength(0);
  }
}
