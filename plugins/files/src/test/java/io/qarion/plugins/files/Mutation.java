package io.qarion.plugins.files;

import java.util.Arrays;
import java.util.Random;

/** Damages files by chance. */
final class Mutation {

  private Mutation() {}

  /**
   * A copy with up to four changes.
   *
   * @param signs that mean something in the format
   */
  static byte[] of(byte[] seed, Random random, String signs) {
    byte[] bytes = seed.clone();
    for (int i = 0; i <= random.nextInt(4); i++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes[at] = (byte) signs.charAt(random.nextInt(signs.length()));
        default -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
      }
    }
    return bytes;
  }
}
