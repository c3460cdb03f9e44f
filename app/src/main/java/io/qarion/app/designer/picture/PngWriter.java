package io.qarion.app.designer.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A PNG file that takes its rows as they are drawn, so that a large picture is never in memory as a
 * whole. Without transparency. See <a href="https://www.w3.org/TR/png-3/">the format</a>.
 */
public final class PngWriter implements AutoCloseable {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int CHANNELS = 3;
  private static final byte BITS = 8;
  private static final byte TRUE_COLOUR = 2;
  private static final byte FROM_ROW_ABOVE = 2;
  private static final byte PER_METRE = 1;

  /** Pixels of a screen at 100 %, as style sheets count them. */
  private static final double PIXELS_PER_METRE = 96 / 0.0254;

  private final int width;
  private final int height;
  private final double scale;
  private final Deflater deflater = new Deflater();
  private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
  private final byte[] buffer = new byte[1 << 16];
  private byte[] above;

  /**
   * @param width in pixels
   * @param height in pixels; so many rows must come
   * @param scale pixels for each pixel of a screen at 100 %
   */
  public PngWriter(int width, int height, double scale) {
    this.width = width;
    this.height = height;
    this.scale = scale;
    this.above = new byte[width * CHANNELS];
  }

  /** Takes whole rows, from the top on: pixels as alpha, red, green and blue. */
  public void rows(int[] pixels) {
    for (int start = 0; start < pixels.length; start += width) {
      byte[] row = new byte[width * CHANNELS];
      byte[] line = new byte[1 + row.length];
      line[0] = FROM_ROW_ABOVE;
      for (int i = 0; i < row.length; i++) {
        int shift = (CHANNELS - 1 - i % CHANNELS) * BITS;
        row[i] = (byte) (pixels[start + i / CHANNELS] >> shift);
        line[1 + i] = (byte) (row[i] - above[i]);
      }
      above = row;
      deflater.setInput(line);
      while (!deflater.needsInput()) {
        pack();
      }
    }
  }

  /** The whole file. */
  public byte[] finish() {
    deflater.finish();
    while (!deflater.finished()) {
      pack();
    }
    var file = new ByteArrayOutputStream();
    file.writeBytes(SIGNATURE);
    chunk(
        file,
        "IHDR",
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(BITS)
            .put(TRUE_COLOUR)
            .put(new byte[3])
            .array());
    int density = (int) Math.round(scale * PIXELS_PER_METRE);
    chunk(
        file,
        "pHYs",
        ByteBuffer.allocate(9).putInt(density).putInt(density).put(PER_METRE).array());
    chunk(file, "IDAT", packed.toByteArray());
    chunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  private void pack() {
    packed.write(buffer, 0, deflater.deflate(buffer));
  }

  private static void chunk(ByteArrayOutputStream file, String type, byte[] content) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    var check = new CRC32();
    check.update(name);
    check.update(content);
    file.writeBytes(number(content.length));
    file.writeBytes(name);
    file.writeBytes(content);
    file.writeBytes(number((int) check.getValue()));
  }

  private static byte[] number(int value) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
  }

  @Override
  public void close() {
    deflater.end();
  }
}
