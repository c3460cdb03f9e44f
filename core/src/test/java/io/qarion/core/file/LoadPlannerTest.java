package io.qarion.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qarion.core.engine.LoadedFile;
import io.qarion.core.flow.LoadSettings;
import io.qarion.core.flow.Settings;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadPlannerTest {

  @TempDir private Path root;
  @TempDir private Path outside;
  private LoadPlanner planner;

  @BeforeEach
  void makeFiles() throws IOException {
    for (String name : List.of("day10.csv", "day2.csv", "day1.csv", "note.txt", "sub/day3.csv")) {
      Path file = root.resolve("data").resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, name);
    }
    planner = new LoadPlanner(new ProjectPaths(root, List.of()));
  }

  @Test
  void filesComeInNaturalOrder() {
    assertThat(names(settings("data", "*.csv")))
        .containsExactly("data/day1.csv", "data/day2.csv", "data/day10.csv");
  }

  @Test
  void foldersBelowAreSearchedOnlyIfAsked() {
    var values = Map.<String, Object>of("recursive", true);

    assertThat(names(settings("data", "*.csv", values))).contains("data/sub/day3.csv").hasSize(4);
    assertThat(names(settings("data", "sub/*.csv", values))).containsExactly("data/sub/day3.csv");
  }

  @Test
  void aPatternMayHaveAlternatives() {
    assertThat(names(settings("data", "{day1,note}.{csv,txt}")))
        .containsExactly("data/day1.csv", "data/note.txt");
  }

  @Test
  void filesAreOneBatchOrABatchEach() {
    assertThat(planner.plan(settings("data", "*.csv"), List.of()).batches()).hasSize(1);
    assertThat(
            planner
                .plan(settings("data", "*.csv", Map.of("batching", "per_file")), List.of())
                .batches())
        .hasSize(3);
  }

  @Test
  void aTouchedFileIsKnownAndAChangedOrRenamedOneIsNot() throws IOException {
    LoadSettings settings = settings("data", "day*.csv");
    List<LoadedFile> loaded =
        planner.plan(settings, List.of()).files().stream().map(LoadPlannerTest::loaded).toList();
    Path touched = root.resolve("data/day1.csv");
    Files.setLastModifiedTime(touched, FileTime.fromMillis(1_000_000));
    Files.writeString(root.resolve("data/day2.csv"), "changed");
    Files.copy(touched, root.resolve("data/day4.csv"));

    LoadPlan plan = planner.plan(settings, loaded);

    assertThat(plan.files())
        .extracting(PlannedFile::shownName)
        .containsExactly("data/day2.csv", "data/day4.csv");
    assertThat(plan.known())
        .extracting(PlannedFile::shownName)
        .containsExactly("data/day1.csv", "data/day10.csv");
  }

  @Test
  void contentIsReadOnceWhileSizeAndTimeStayAsTheyAre() throws IOException {
    LoadSettings settings = settings("data", "day1.csv");
    Path file = root.resolve("data/day1.csv");
    FileTime time = Files.getLastModifiedTime(file);
    String text = Files.readString(file);
    List<PlannedFile> first = planner.plan(settings, List.of()).files();

    Files.writeString(file, "#".repeat(text.length()));
    Files.setLastModifiedTime(file, time);
    assertThat(planner.plan(settings, List.of()).files()).isEqualTo(first);

    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    assertThat(planner.plan(settings, List.of()).files())
        .extracting(PlannedFile::sha256)
        .doesNotContain(first.getFirst().sha256());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "data/../../x", "/etc"})
  void pathsOutOfTheProjectAreRefused(String path) {
    assertThatThrownBy(() -> planner.find(settings(path, "*")))
        .isInstanceOf(QarionException.class)
        .hasMessageContaining("lies outside the project");
  }

  @Test
  void linksOutOfTheProjectAreRefused() throws IOException {
    Path secret = Files.writeString(outside.resolve("secret.csv"), "x");
    Files.createSymbolicLink(root.resolve("data/day5.csv"), secret);
    Files.createSymbolicLink(root.resolve("folder"), outside);

    assertThatThrownBy(() -> planner.find(settings("data", "*.csv")))
        .hasMessageContaining("lies outside the project");
    assertThatThrownBy(() -> planner.find(settings("folder", "*.csv")))
        .hasMessageContaining("lies outside the project");
  }

  @Test
  void approvedFoldersMayBeRead() throws IOException {
    Files.writeString(outside.resolve("day1.csv"), "x");
    var approving = new LoadPlanner(new ProjectPaths(root, List.of(outside)));

    assertThat(approving.find(settings(outside.toString(), "*.csv"))).hasSize(1);
  }

  @Test
  void whatIsNotThereIsNamed() {
    assertThatThrownBy(() -> planner.find(settings("nowhere", "*")))
        .hasMessageContaining("There is no folder 'nowhere'.");
    assertThatThrownBy(() -> planner.find(settings("data", "*.parquet")))
        .hasMessageContaining("No file in 'data' matches '*.parquet'.");
  }

  private List<String> names(LoadSettings settings) {
    return planner.plan(settings, List.of()).files().stream().map(PlannedFile::shownName).toList();
  }

  private static LoadedFile loaded(PlannedFile file) {
    return new LoadedFile(
        new FlowId("flow"),
        new TaskId("load"),
        1,
        file.shownName(),
        file.sha256(),
        file.size(),
        file.modified(),
        1);
  }

  private static LoadSettings settings(String source, String pattern) {
    return settings(source, pattern, Map.of());
  }

  private static LoadSettings settings(String source, String pattern, Map<String, Object> more) {
    var values = new LinkedHashMap<String, Object>(more);
    values.put("source_path", source);
    values.put("file_pattern", pattern);
    return LoadSettings.from(Settings.of(values));
  }
}
