package io.qarion.core.toml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DamagedFilesTest {

  private static final String SIGNS = "[]{}\"'#=.,\\\n\r\t -1aeé\u0000";

  @Test
  void readingNeverThrowsHoweverAFileIsDamaged() {
    List<String> names = TomlTestFiles.list("1.1.0", "valid/");
    int broken = 0;
    for (int seed = 0; seed < 6000; seed++) {
      var random = new Random(seed);
      byte[] bytes = damaged(TomlTestFiles.bytes(names.get(seed % names.size())), random);
      TomlDocument document = TomlDocument.read("damaged.toml", bytes);
      assertThat(document.bytes()).isEqualTo(bytes);
      broken += document.isValid() ? 0 : 1;
    }
    assertThat(broken).isGreaterThan(1000);
  }

  private static byte[] damaged(byte[] bytes, Random random) {
    byte[] damaged = bytes;
    for (int i = 1 + random.nextInt(3); i > 0 && damaged.length > 0; i--) {
      int at = random.nextInt(damaged.length);
      damaged = Arrays.copyOf(damaged, damaged.length);
      switch (random.nextInt(3)) {
        case 0 -> damaged[at] = (byte) SIGNS.charAt(random.nextInt(SIGNS.length()));
        case 1 -> damaged = Arrays.copyOf(damaged, at);
        default -> damaged = twice(damaged, at, Math.min(damaged.length, at + random.nextInt(30)));
      }
    }
    return damaged;
  }

  private static byte[] twice(byte[] bytes, int from, int to) {
    byte[] longer = new byte[bytes.length + to - from];
    System.arraycopy(bytes, 0, longer, 0, to);
    System.arraycopy(bytes, from, longer, to, bytes.length - from);
    return longer;
  }
}
