package io.qarion.core.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.qarion.core.problem.QarionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

  @TempDir private Path folder;

  @Test
  void aFileIsReplacedAndNothingElseIsLeft() throws IOException {
    Path file = Files.writeString(folder.resolve("a.toml"), "a much longer old text");
    write(file, "new");
    write(folder.resolve("b.toml"), "");
    assertThat(file).hasContent("new");
    assertThat(names()).containsExactly("a.toml", "b.toml");
  }

  @Test
  void permissionsAndLinksStay() throws IOException {
    assumeTrue(isPosix());
    Path file = Files.writeString(folder.resolve("a.toml"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    Path link = Files.createSymbolicLink(folder.resolve("link.toml"), file);
    write(link, "new");
    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(file).hasContent("new");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void aFolderInTheFilesPlaceIsNamedWithItsDisk() throws IOException {
    Path file = Files.createDirectory(folder.resolve("a.toml"));
    Files.writeString(file.resolve("inside"), "old");
    QarionException refused = refused(file);
    assertThat(refused.code()).isEqualTo("file.write");
    assertThat(refused)
        .hasMessageContaining("'" + file + "' can't be written")
        .hasMessageContaining("Its disk '")
        .hasMessageContaining("then save again; the file is as it was.");
    assertThat(names()).containsExactly("a.toml");
    assertThat(file.resolve("inside")).hasContent("old");
  }

  @Test
  void aFileInTheFoldersPlaceIsAProblem() throws IOException {
    Path notAFolder = Files.writeString(folder.resolve("flows"), "old");
    QarionException refused = refused(notAFolder.resolve("a.toml"));
    assertThat(refused.problems().getFirst().place().file())
        .isEqualTo(notAFolder.resolve("a.toml").toString());
    assertThat(notAFolder).hasContent("old");
  }

  @Test
  void aNameThatTheDiskDoesNotTakeLeavesNothingBehind() throws IOException {
    write(folder.resolve("a".repeat(250)), "as long as a name may be");
    assertThat(refused(folder.resolve("b".repeat(300))).code()).isEqualTo("file.write");
    assertThat(names()).containsExactly("a".repeat(250));
  }

  @Test
  void aFolderThatIsNotThereIsAProblem() {
    assertThat(refused(folder.resolve("none/a.toml")))
        .hasMessageContaining("can't be written: there is no '");
  }

  @Test
  void inAFolderThatCannotBeWrittenTheOldFileStays() throws IOException {
    assumeTrue(isPosix());
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Path file = Files.writeString(closed.resolve("a.toml"), "old");
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeTrue(!Files.isWritable(closed), "root may write everywhere");
    try {
      assertThat(refused(file)).hasMessageContaining("permission is denied");
      assertThat(file).hasContent("old");
      assertThat(names(closed)).containsExactly("a.toml");
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void aFileThatCannotBeWrittenStays() throws IOException {
    assumeTrue(isPosix());
    Path file = Files.writeString(folder.resolve("a.toml"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    assumeTrue(!Files.isWritable(file), "root may write everything");
    assertThat(refused(file)).hasMessageContaining("permission is denied");
    assertThat(file).hasContent("old");
  }

  @Test
  void aDiskThatTakesNoFilesIsAProblem() {
    Path kernel = Path.of("/proc/self/a.toml");
    assumeTrue(Files.isDirectory(Path.of("/proc/self")));
    assertThat(refused(kernel)).hasMessageContaining("Its disk '");
  }

  private static QarionException refused(Path file) {
    return catchThrowableOfType(QarionException.class, () -> write(file, "new"));
  }

  private static void write(Path file, String text) {
    AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private boolean isPosix() {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private List<String> names() throws IOException {
    return names(folder);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
