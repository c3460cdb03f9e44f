package io.qarion.core.toml;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tomlj.Toml;
import org.tomlj.TomlVersion;

class TomlTestSuiteTest {

  static List<String> validFiles() {
    return TomlTestFiles.list("1.1.0", "valid/");
  }

  static List<String> invalidFiles() {
    return TomlTestFiles.list("1.1.0", "invalid/");
  }

  @Test
  void theListsAreWhole() {
    assertThat(validFiles()).hasSize(220);
    assertThat(invalidFiles()).hasSize(492);
  }

  @ParameterizedTest
  @MethodSource("validFiles")
  void aValidFileSaysWhatItsAnswerSays(String name) {
    TomlDocument document = TomlTestFiles.read(name);
    assertThat(document.problems()).isEmpty();
    assertThat(document.root().value())
        .isEqualTo(TaggedJson.read(TomlTestFiles.bytes(name.replace(".toml", ".json"))));
  }

  @ParameterizedTest
  @MethodSource("validFiles")
  void anUntouchedFileIsSavedByteForByte(String name) {
    byte[] bytes = TomlTestFiles.bytes(name);
    TomlDocument document = TomlDocument.read(name, bytes);
    assertThat(document.bytes()).isEqualTo(bytes);
    assertThat(Utf8Text.write(document.hasByteOrderMark(), document.text())).isEqualTo(bytes);
  }

  @ParameterizedTest
  @MethodSource("invalidFiles")
  void anInvalidFileIsRefusedWithAPlaceAndAWayOut(String name) {
    byte[] bytes = TomlTestFiles.bytes(name);
    TomlDocument document = TomlDocument.read(name, bytes);
    assertThat(document.problems()).isNotEmpty();
    for (Problem problem : document.problems()) {
      assertThat(problem.isError()).isTrue();
      assertThat(problem.place().file()).isEqualTo(name);
      assertThat(problem.place().line()).isPositive();
      assertThat(problem.place().column()).isPositive();
      assertThat(problem.message()).isNotBlank();
      assertThat(problem.fix()).isNotBlank();
    }
    assertThat(document.bytes()).isEqualTo(bytes);
  }

  /** Other TOML 1.0 programs refuse these: what we write ourselves is always TOML 1.0. */
  @Test
  void theseFilesAreValidOnlySinceToml11() {
    assertThat(validFiles())
        .filteredOn(name -> Toml.parse(textOf(name), TomlVersion.V1_0_0).hasErrors())
        .containsExactlyInAnyOrder(
            "valid/datetime/no-seconds.toml",
            "valid/inline-table/newline.toml",
            "valid/inline-table/newline-comment.toml",
            "valid/key/empty-05.toml",
            "valid/spec-1.1.0/common-12.toml",
            "valid/spec-1.1.0/common-29.toml",
            "valid/spec-1.1.0/common-31.toml",
            "valid/spec-1.1.0/common-34.toml",
            "valid/spec-1.1.0/common-47.toml",
            "valid/string/escape-esc.toml",
            "valid/string/hex-escape.toml");
  }

  private static String textOf(String name) {
    return TomlTestFiles.read(name).text();
  }
}
