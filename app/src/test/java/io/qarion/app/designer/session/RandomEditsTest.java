package io.qarion.app.designer.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.Schema;
import io.qarion.core.edit.ColumnSteps;
import io.qarion.core.edit.FlowNote;
import io.qarion.core.edit.FlowNotes;
import io.qarion.core.edit.NewStep;
import io.qarion.core.edit.RuleEdits;
import io.qarion.core.edit.RuleMoves;
import io.qarion.core.edit.StepClipboard;
import io.qarion.core.edit.StepDrafts;
import io.qarion.core.edit.StepEdits;
import io.qarion.core.edit.StepGroup;
import io.qarion.core.edit.StepGroups;
import io.qarion.core.edit.Wiring;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.repository.StoredFlow;
import io.qarion.core.toml.FlowToml;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a flow, it can be read in between and all of it can be taken back. */
class RandomEditsTest {

  private static final int EDITS = 2500;
  private static final int MANY_STEPS = 16;

  private final Plugins plugins = Plugins.load();
  private final Wiring wiring = new Wiring(plugins.taskTypes());
  private final List<String> operations = plugins.ruleTypes().operations();
  private Random random = new Random();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void undoingAllGivesTheSameFileAndRedoingAllTheSameEdits(long seed) throws IOException {
    random = new Random(seed);
    FlowDocument flow = open();
    String before = flow.document().text();
    int done = 0;
    int refused = 0;
    for (int i = 0; i < EDITS; i++) {
      try {
        flow.edit("Edit " + i, this::edited);
        done++;
      } catch (QarionException e) {
        refused++;
      }
      assertThat(flow.document().isValid()).as(flow.document().text()).isTrue();
      assertThat(StepEdits.tasks(flow.document())).containsAll(inGroups(flow));
      assertThat(StepGroups.read(flow.document()).stream().flatMap(group -> group.steps().stream()))
          .as("a step is in one group")
          .doesNotHaveDuplicates();
      assertThat(ids(flow)).as("no two steps have one name").doesNotHaveDuplicates();
    }
    assertThat(refused).isLessThan(done);
    String after = flow.document().text();

    while (!flow.commands().undoName().get().isEmpty()) {
      flow.commands().undo();
    }
    assertThat(flow.document().text()).isEqualTo(before);
    assertThat(flow.document().bytes()).isEqualTo(flow.inFile().bytes());

    while (!flow.commands().redoName().get().isEmpty()) {
      flow.commands().redo();
    }
    assertThat(flow.document().text()).isEqualTo(after);
  }

  private static FlowDocument open() throws IOException {
    Path file = Path.of(System.getProperty("qarion.root"), "examples/jaffle-shop/flows/shop.toml");
    TomlDocument document = TomlDocument.read("flows/shop.toml", Files.readAllBytes(file));
    return new FlowDocument(
        new StoredFlow(
            new FlowId("shop"),
            "flows/shop.toml",
            FlowToml.read(document).flow(),
            document,
            List.of()),
        Optional.empty());
  }

  private static List<String> ids(FlowDocument flow) {
    return StepEdits.tasks(flow.document()).stream().map(TaskId::value).toList();
  }

  private TomlDocument edited(TomlDocument document) {
    List<TaskId> steps = StepEdits.tasks(document);
    if (steps.size() > MANY_STEPS) {
      return StepEdits.remove(document, some(steps, MANY_STEPS / 2));
    }
    if (steps.size() < 2) {
      return add(document, steps);
    }
    TaskId one = any(steps);
    TaskId other = any(steps);
    return switch (random.nextInt(18)) {
      case 0, 1 -> add(document, steps);
      case 2 -> wiring.connect(document, one, other, _ -> Optional.empty());
      case 3 -> wiring.disconnect(document, one, other);
      case 4 -> wiring.splice(document, one, other, any(steps), _ -> Optional.empty());
      case 5 -> StepEdits.remove(document, some(steps, 2));
      case 6 -> StepEdits.enable(document, some(steps, 3), random.nextBoolean());
      case 7 -> StepEdits.title(document, one, random.nextBoolean() ? "" : "Név \"" + one + "\"");
      case 8 ->
          StepClipboard.paste(
                  document, StepClipboard.copy(document, some(steps, 2)), Set.of("orders"))
              .document();
      case 9 -> placed(document, one);
      case 10 -> rules(document, one);
      case 11 -> RuleMoves.split(document, one, 1 + random.nextInt(2), Set.of()).document();
      case 12 -> RuleMoves.merge(document, one).document();
      case 13 -> StepGroups.make(document, "Group of " + one, some(steps, 4)).document();
      case 14 -> grouped(document, one);
      case 15, 16 -> noted(document);
      default -> RuleEdits.isVisual(document, one) ? appended(document, one) : document;
    };
  }

  private TomlDocument add(TomlDocument document, List<TaskId> steps) {
    String operation = any(operations);
    var input = new StepDrafts.Input(new DatasetName("raw"), Schema.EMPTY);
    var step = NewStep.ofRule(operation, StepDrafts.rule(operation, List.of(input)));
    return StepEdits.add(document, step, List.copyOf(some(steps, 2)), Set.of()).document();
  }

  private TomlDocument placed(TomlDocument document, TaskId step) {
    TomlPath place = TomlPath.of("designer", "nodes").key(step.value());
    return document
        .set(place.key("x"), new TomlValue.Whole(random.nextInt(100) * 8L))
        .set(place.key("y"), new TomlValue.Whole(random.nextInt(100) * 8L));
  }

  private TomlDocument grouped(TomlDocument document, TaskId step) {
    List<StepGroup> groups = StepGroups.read(document);
    if (groups.isEmpty()) {
      return document;
    }
    String id = any(groups).id();
    return switch (random.nextInt(5)) {
      case 0 -> StepGroups.dissolve(document, id);
      case 1 -> StepGroups.rename(document, id, random.nextBoolean() ? "" : "Új \"" + step + "\"");
      case 2 -> StepGroups.join(document, step, any(groups).steps());
      default -> StepGroups.collapse(document, id, random.nextBoolean());
    };
  }

  private TomlDocument noted(TomlDocument document) {
    List<FlowNote> notes = FlowNotes.read(document);
    var area = new FlowNote.Area(random.nextInt(99), -8, 80 + random.nextInt(99), 80);
    if (notes.size() < 2) {
      return FlowNotes.add(document, "\"\"\"\nnote\t" + random.nextInt(), area).document();
    }
    String id = any(notes).id();
    return switch (random.nextInt(4)) {
      case 0 -> FlowNotes.remove(document, id);
      case 1 -> FlowNotes.write(document, id, "one\ntwo");
      case 2 -> FlowNotes.place(document, id, area);
      default -> FlowNotes.colour(document, id, any(List.of(FlowNote.Colour.values())));
    };
  }

  private static Set<TaskId> inGroups(FlowDocument flow) {
    return StepGroups.read(flow.document()).stream()
        .flatMap(group -> group.steps().stream())
        .collect(Collectors.toSet());
  }

  private TomlDocument rules(TomlDocument document, TaskId step) {
    int count = RuleEdits.count(document, step);
    if (count == 0) {
      return document;
    }
    return switch (random.nextInt(3)) {
      case 0 -> RuleEdits.move(document, step, random.nextInt(count), random.nextInt(count));
      case 1 -> RuleEdits.remove(document, step, random.nextInt(count));
      default -> RuleEdits.enable(document, step, random.nextInt(count), random.nextBoolean());
    };
  }

  private TomlDocument appended(TomlDocument document, TaskId step) {
    return RuleEdits.append(
        document,
        step,
        switch (random.nextInt(3)) {
          case 0 -> ColumnSteps.rename("a b", "c\"d");
          case 1 -> ColumnSteps.filter("x > " + random.nextInt(9));
          default -> new TomlValue.Table(Map.of("operation", TomlValue.of(any(operations))));
        });
  }

  private <T> T any(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private Set<TaskId> some(List<TaskId> from, int most) {
    var some = new HashSet<TaskId>();
    for (int i = random.nextInt(most + 1); i > 0 && !from.isEmpty(); i--) {
      some.add(any(from));
    }
    return some;
  }
}
