package io.qarion.app.designer.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.qarion.core.plugin.Plugins;
import io.qarion.core.problem.QarionException;
import io.qarion.core.progress.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFilesTest {

  @TempDir private Path folder;

  @Test
  void filesWithDataComeFolderByFolderAndNothingHidden() throws IOException {
    write("data/day10.csv", "a\n1\n");
    write("data/day2.csv.gz", "12345");
    write("data/README.md", "none");
    write("data/old/events.jsonl", "{}");
    write("data/.hidden.csv", "a\n");
    write(".qarion/tmp/left.csv", "a\n");
    write(".git/some.json", "{}");
    write("top.parquet", "PAR1");
    write("flows/shop.toml", "id = 'shop'");
    assertThat(files().read(new Cancellation()))
        .containsExactly(
            new DataFile("top.parquet", "parquet", 4),
            new DataFile("data/day2.csv.gz", "csv", 5),
            new DataFile("data/day10.csv", "csv", 4),
            new DataFile("data/old/events.jsonl", "jsonl", 2));
  }

  @Test
  void lookingEndsWhenNobodyWantsToKnowAnyMore() throws IOException {
    write("data/one.csv", "a\n");
    var cancelled = new Cancellation();
    cancelled.cancel();
    assertThat(files().read(cancelled)).isEmpty();
  }

  @Test
  void aFolderThatIsGoneIsSaid() {
    var gone = new DataFiles(folder.resolve("gone"), Plugins.load()::formatOf);
    assertThatExceptionOfType(QarionException.class)
        .isThrownBy(() -> gone.read(new Cancellation()))
        .withMessageContaining("The project's folder can't be read: there is no");
  }

  private DataFiles files() {
    return new DataFiles(folder, Plugins.load()::formatOf);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
