package io.qarion.app.designer.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngWriterTest {

  @Test
  void othersReadThePixelsThatWereWritten() throws IOException {
    int width = 301;
    int height = 97;
    int[] pixels = new Random(1).ints((long) width * height).map(it -> it | 0xff000000).toArray();
    byte[] file;
    try (var png = new PngWriter(width, height, 2)) {
      int[] first = new int[width * 40];
      System.arraycopy(pixels, 0, first, 0, first.length);
      int[] rest = new int[pixels.length - first.length];
      System.arraycopy(pixels, first.length, rest, 0, rest.length);
      png.rows(first);
      png.rows(rest);
      file = png.finish();
    }

    BufferedImage read = ImageIO.read(new ByteArrayInputStream(file));

    assertThat(read.getWidth()).isEqualTo(width);
    assertThat(read.getRGB(0, 0, width, height, new int[width * height], 0, width))
        .isEqualTo(pixels);
  }
}
