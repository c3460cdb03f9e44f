package io.qarion.core.toml;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Thousands of edits; {@code -Dtoml.seed=<n>} runs one seed again. */
class RandomEditsTest {

  private static final int DOCUMENTS = 1500;
  private static final int EDITS = 6;

  private int done;
  private int refused;
  private final List<String> failures = new ArrayList<>();

  @Test
  void everyEditOfAGeneratedFileGivesExactlyWhatWasMeant() {
    for (long seed = 0; seed < DOCUMENTS; seed++) {
      run(seed, "");
    }
    assertThat(failures.stream().limit(8)).isEmpty();
    assertThat(done).isGreaterThan(5000);
    assertThat(refused).isLessThan(done / 20);
  }

  @Test
  void everyEditOfAToml11SuiteFileGivesExactlyWhatWasMeant() {
    long seed = 100_000;
    for (String name : TomlTestFiles.list("1.1.0", "valid/")) {
      for (int i = 0; i < 4; i++) {
        run(seed++, name);
      }
    }
    assertThat(failures.stream().limit(8)).isEmpty();
    assertThat(done).isGreaterThan(3000);
  }

  private void run(long seed, String file) {
    Long only = Long.getLong("toml.seed");
    if (only != null && only != seed) {
      return;
    }
    var random = new RandomToml(seed);
    TomlDocument document = file.isEmpty() ? generated(random) : TomlTestFiles.read(file);
    for (int i = 0; i < EDITS; i++) {
      var edit = new RandomEdit(random, document);
      try {
        TomlDocument changed = edit.apply();
        edit.check(changed);
        document = changed;
        done++;
      } catch (QarionException e) {
        refused++;
        if (!edit.mayBeRefused()) {
          failures.add(failure(seed, edit, document) + e);
        }
      } catch (AssertionError | IllegalArgumentException | IndexOutOfBoundsException e) {
        failures.add(failure(seed, edit, document) + e);
        return;
      }
    }
  }

  private static String failure(long seed, RandomEdit edit, TomlDocument document) {
    return "seed " + seed + ": " + edit + " of\n---\n" + document.text() + "\n---";
  }

  private static TomlDocument generated(RandomToml random) {
    while (true) {
      TomlDocument document = TomlDocument.parse("random.toml", random.document());
      if (document.isValid()) {
        return document;
      }
    }
  }

  /** One edit, chosen at random, with what it must and must not change. */
  private static final class RandomEdit {

    private final RandomToml random;
    private final TomlDocument old;
    private final List<TomlNode> nodes = new ArrayList<>();
    private final Model model;
    private String what = "";
    private Optional<TomlPath> ordered = Optional.empty();
    private boolean mayBeRefused;
    private LineCheck lines = changes -> {};

    interface LineCheck {
      void check(LineChanges changes);
    }

    RandomEdit(RandomToml random, TomlDocument old) {
      this.random = random;
      this.old = old;
      model = Model.of(old);
      collect(old.root());
    }

    private void collect(TomlNode node) {
      nodes.add(node);
      switch (node) {
        case TomlTableNode table -> table.children().values().forEach(this::collect);
        case TomlArrayNode array -> array.items().forEach(this::collect);
        case TomlScalarNode _ -> {}
      }
    }

    boolean mayBeRefused() {
      return mayBeRefused;
    }

    @Override
    public String toString() {
      return what;
    }

    TomlDocument apply() {
      TomlNode node = random.pick(nodes);
      int kind = random.random().nextInt(6);
      boolean element = !node.path().isRoot() && node.path().last() instanceof TomlPath.Index;
      return switch (node) {
        case TomlTableNode table when kind < 2 || node.path().isRoot() -> setNew(table);
        case TomlArrayNode array when kind < 2 -> insert(array);
        case TomlNode other when kind == 2 -> replace(other);
        case TomlNode other when kind == 3 -> remove(other);
        case TomlNode other when kind == 4 && !element -> rename(other);
        case TomlNode other -> move(other);
      };
    }

    private TomlDocument setNew(TomlTableNode table) {
      TomlPath path = table.path().key("new " + random.newName());
      TomlValue value = random.newValue(0);
      what = "set new " + path + " to " + value;
      model.set(path, value);
      int changed = inGroup(table) || table.syntax().isPresent() ? 1 : 0;
      lines = changes -> assertThat(changes.removed()).hasSizeLessThanOrEqualTo(changed);
      return old.set(path, value);
    }

    private TomlDocument insert(TomlArrayNode array) {
      int index = random.random().nextInt(array.size() + 1);
      TomlValue value = array.isByHeaders() ? random.newTable(0) : random.newValue(0);
      what = "insert " + array.path() + " at " + index + " " + value;
      model.insert(array.path(), index, value);
      int changed = array.isByHeaders() ? 0 : 1;
      lines = changes -> assertThat(changes.removed()).hasSizeLessThanOrEqualTo(changed);
      return old.insert(array.path(), index, value);
    }

    private TomlDocument replace(TomlNode node) {
      boolean element = node.path().last() instanceof TomlPath.Index && !inGroup(node);
      TomlValue value = element ? random.newTable(0) : random.newValue(0);
      what = "set " + node.path() + " to " + value;
      model.set(node.path(), value);
      List<Integer> allowed = linesOf(node);
      if (node.isSpelledAsValue()) {
        lines = changes -> assertThat(allowed).containsAll(changes.removed());
      }
      return old.set(node.path(), value);
    }

    private TomlDocument remove(TomlNode node) {
      TomlNode victim = Removal.victim(node);
      what = "remove " + node.path();
      model.remove(victim.path());
      List<Integer> allowed = linesOf(victim);
      if (inGroup(victim)) {
        TomlNode group = victim.group().orElseThrow();
        lines = changes -> assertThat(linesOf(group)).containsAll(changes.removed());
      } else {
        lines =
            changes -> {
              assertThat(changes.added()).isEmpty();
              assertThat(texts(allowed)).containsAll(texts(changes.removedStatements()));
            };
      }
      return old.remove(node.path());
    }

    private TomlDocument rename(TomlNode node) {
      String to = "renamed " + random.newName();
      what = "rename " + node.path() + " to " + to;
      ordered = Optional.of(TomlPath.ROOT);
      String from = node.path().last() instanceof TomlPath.Key(String name) ? name : "";
      model.rename(node.path(), from, to);
      List<Integer> allowed = node.mentions().stream().map(p -> line(p.span().start())).toList();
      lines =
          changes -> {
            assertThat(allowed).containsAll(changes.removed());
            assertThat(changes.added()).hasSameSizeAs(changes.removed());
          };
      return old.rename(node.path(), to);
    }

    private TomlDocument move(TomlNode node) {
      TomlNode parent = node.parent().orElseThrow();
      int size = parent instanceof TomlArrayNode a ? a.size() : sizeOf(parent);
      int index = random.random().nextInt(size);
      what = "move " + node.path() + " to " + index;
      ordered = Optional.of(parent.path());
      mayBeRefused = parent instanceof TomlTableNode;
      model.move(node.path(), index);
      if (inGroup(node)) {
        TomlNode group = node.group().orElseThrow();
        lines = changes -> assertThat(linesOf(group)).containsAll(changes.removed());
      } else {
        lines =
            changes ->
                assertThat(changes.added().stream().filter(l -> !l.isBlank()))
                    .containsExactlyInAnyOrderElementsOf(
                        changes.removedText().stream().filter(l -> !l.isBlank()).toList());
      }
      return old.move(node.path(), index);
    }

    private static int sizeOf(TomlNode parent) {
      return parent instanceof TomlTableNode table ? table.children().size() : 1;
    }

    private static boolean inGroup(TomlNode node) {
      return node.group().isPresent();
    }

    private List<Integer> linesOf(TomlNode node) {
      if (node.isSpelledAsValue() && inGroup(node)) {
        return lineNumbers(node.span());
      }
      return new Blocks(old.source(), old.tree())
          .about(node).stream()
              .flatMap(placed -> lineNumbers(placed.statement().lines()).stream())
              .toList();
    }

    private List<Integer> lineNumbers(Span span) {
      int last = line(Math.max(span.start(), span.end() - 1));
      return IntStream.rangeClosed(line(span.start()), last).boxed().toList();
    }

    /** Equal lines can't be told apart by comparing texts. */
    private List<String> texts(List<Integer> lineNumbers) {
      List<String> all = old.text().lines().toList();
      return lineNumbers.stream().map(number -> all.get(number - 1)).toList();
    }

    private int line(int offset) {
      return old.place(offset).line();
    }

    void check(TomlDocument changed) {
      TomlDocument fresh = TomlDocument.read(changed.fileName(), changed.bytes());
      assertThat(fresh.problems()).as(changed.text()).isEmpty();
      Model actual = Model.of(fresh);
      assertThat(actual).as(changed.text()).isEqualTo(model);
      ordered.ifPresent(path ->
          assertThat(actual.at(path)).as(changed.text()).hasToString(model.at(path).toString()));
      assertThat(fresh.hasByteOrderMark()).isEqualTo(old.hasByteOrderMark());
      checkLineEnds(changed.text());
      lines.check(LineChanges.between(old.text(), changed.text()));
    }

    /** A file that has only one kind of line end keeps to it. */
    private void checkLineEnds(String text) {
      if (old.text().indexOf('\n') < 0) {
        return;
      }
      String bare = old.text().replace("\r\n", "");
      if (old.text().contains("\r\n") && bare.indexOf('\n') < 0) {
        assertThat(text.replace("\r\n", "")).doesNotContain("\n");
      } else if (!old.text().contains("\r\n")) {
        assertThat(text).doesNotContain("\r\n");
      }
    }
  }
}
