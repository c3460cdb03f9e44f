package io.qarion.app.designer.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSampleTest {

  @TempDir private Path folder;

  @Test
  void aTableIsItsHeadAndAThousandRowsAndNoRowIsCut() throws IOException {
    String rows =
        IntStream.rangeClosed(1, 3000)
            .mapToObj(row -> row + ",\"two\nlines\"\n")
            .collect(Collectors.joining());
    String sample = sample("data.csv", "id,text\n" + rows);
    assertThat(sample)
        .startsWith("id,text\n1,\"two\nlines\"\n")
        .endsWith("\n1000,\"two\nlines\"\n");
  }

  @Test
  void linesOfJsonAreAThousandValuesWhateverTheirQuotes() throws IOException {
    String sample = sample("data.jsonl", "{\"a\": \"\\\"\"}\n".repeat(1200));
    assertThat(sample.lines()).hasSize(1000);
  }

  @Test
  void aShortFileAndOneThatCanNotBeCutAreTakenWhole() throws IOException {
    assertThat(sample("short.csv", "id\n1")).isEqualTo("id\n1");
    assertThat(sample("whole.json", "[1, 2]")).isEqualTo("[1, 2]");
  }

  @Test
  void whatIsTooLargeIsLeftOut() throws IOException {
    Path large = folder.resolve("large.parquet");
    try (var file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(DataSample.MOST_BYTES + 1);
    }
    assertThat(DataSample.of(large)).isEmpty();
  }

  private String sample(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return new String(DataSample.of(file).orElseThrow(), StandardCharsets.UTF_8);
  }
}
