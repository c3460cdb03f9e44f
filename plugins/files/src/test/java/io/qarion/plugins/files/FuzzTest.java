package io.qarion.plugins.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.QarionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged files are read or refused: nothing else happens, and soon. A longer run is asked for by
 * {@code -Dqarion.mutations=2000}.
 */
class FuzzTest {

  private static final int MUTATIONS = Integer.getInteger("qarion.mutations", 50);

  @TempDir private Path folder;

  @Test
  void csvIsReadOrRefused() throws IOException {
    byte[] seed =
        "a,b,c\r\n1,\"x,\"\"y\nz\",2026-01-05\r\n2,y,\r\n,\"\",x\r\n"
            .getBytes(StandardCharsets.UTF_8);

    mutate(seed, "in.csv", Reading::csv);
  }

  @Test
  void jsonIsReadOrRefused() throws IOException {
    byte[] seed =
        "[{\"a\":1,\"b\":\"x\",\"c\":[1,{\"d\":null}]},{\"a\":2.5}]"
            .getBytes(StandardCharsets.UTF_8);

    mutate(seed, "in.json", Reading::json);
    mutate(seed, "in.json", at -> Reading.json(at).with("flatten", true));
  }

  @Test
  void parquetIsReadOrRefused() throws IOException {
    byte[] seed = Files.readAllBytes(Reading.sample("parquet/data/int32_decimal.parquet"));

    mutate(seed, "in.parquet", Reading::parquet);
  }

  private void mutate(byte[] seed, String name, Function<Path, Reading> reading)
      throws IOException {
    var random = new Random(20_260_105L);
    Path file = folder.resolve(name);
    long longest = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      Files.write(file, Mutation.of(seed, random, "\"\n\r,{}[]\\\0"));
      long start = System.nanoTime();
      try {
        reading.apply(folder).values(file);
      } catch (QarionException e) {
        assertThat(e.text()).isNotBlank();
      }
      longest = Math.max(longest, System.nanoTime() - start);
    }
    assertThat(Duration.ofNanos(longest)).isLessThan(Duration.ofSeconds(30));
  }
}
