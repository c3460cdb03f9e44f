package io.qarion.plugins.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.QarionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged workbooks are read or refused: nothing else happens, and soon. A longer run is asked for
 * by {@code -Dqarion.mutations=5000}.
 */
class XlsxFuzzTest {

  private static final int MUTATIONS = Integer.getInteger("qarion.mutations", 200);
  private static final String SIGNS = "<>/\"'=&; \0-019AZ:";

  private final Random random = new Random(20_260_105L);

  @TempDir private Path folder;

  @Test
  void aDamagedArchiveIsReadOrRefused() throws IOException {
    byte[] seed = Files.readAllBytes(Reading.sample("readxl/clippy.xlsx"));
    Path file = folder.resolve("in.xlsx");

    for (int i = 0; i < MUTATIONS; i++) {
      byte[] bytes = Mutation.of(seed, random, SIGNS);
      check(Files.write(file, bytes));
    }
  }

  @Test
  void damagedPartsAreReadOrRefused() throws IOException {
    MadeWorkbook seed =
        MadeWorkbook.of(
                MadeWorkbook.texts(1, "a", "b", "c", "d")
                    + MadeWorkbook.row(
                        2,
                        MadeWorkbook.number("A2", "46027.5", 1),
                        MadeWorkbook.typed("B2", "s", "0"),
                        MadeWorkbook.typed("C2", "b", "1"),
                        "<c r=\"D2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"))
            .texts("<t>one</t>", "<r><t>t</t></r>")
            .formats("yyyy-mm-dd");
    Path file = folder.resolve("in.xlsx");

    for (int i = 0; i < MUTATIONS; i++) {
      // One part in three, and its checksum fits.
      check(
          seed.write(
              file, part -> random.nextInt(3) > 0 ? part : Mutation.of(part, random, SIGNS)));
    }
  }

  @Test
  void noBitThatTurnsMakesAnotherValue() throws IOException {
    Path file = folder.resolve("in.xlsx");
    MadeWorkbook.of(
            MadeWorkbook.texts(1, "a") + MadeWorkbook.row(2, MadeWorkbook.number("A2", "4711", 0)))
        .write(file);
    byte[] whole = Files.readAllBytes(file);

    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] bytes = whole.clone();
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, bytes);
      try {
        assertThat(Reading.xlsx(folder).handedOut(file)).containsExactly("4711");
      } catch (QarionException e) {
        assertThat(e.text()).startsWith("in.xlsx: ");
      }
    }
  }

  private void check(Path file) {
    long start = System.nanoTime();
    try {
      Reading.xlsx(folder).values(file);
    } catch (QarionException e) {
      assertThat(e.text()).startsWith("in.xlsx: ");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }
}
