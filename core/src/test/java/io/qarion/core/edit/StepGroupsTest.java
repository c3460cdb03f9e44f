package io.qarion.core.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qarion.core.edit.rename.RenameTask;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.TomlDocument;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StepGroupsTest {

  private static final TaskId A = new TaskId("a");
  private static final TaskId B = new TaskId("b");
  private static final TaskId C = new TaskId("c");
  private static final TomlDocument FLOW =
      TomlDocument.parse(
          "flows/f.toml",
          """
          id = "f"
          flow_type = "standard"

          [[tasks]]
          id = "a"
          type = "transformation"
          source_dataset_id = "raw"
          target_dataset_id = "a"
          rules = [
            { operation = "filter", condition = "x > 1" },
            { operation = "limit", count = 3 },
          ]

          [[tasks]]
          id = "b"
          type = "transformation"
          source_dataset_id = "a"
          target_dataset_id = "b"
          dependencies = ["a"]

          [[tasks]]
          id = "c"
          type = "transformation"
          source_dataset_id = "b"
          target_dataset_id = "c"
          dependencies = ["b"]
          """);

  @Test
  void aGroupStandsAtTheEndOfTheFile() {
    StepGroups.Made made = StepGroups.make(FLOW, "Clean up", List.of(A, B));

    assertThat(made.id()).isEqualTo("group");
    assertThat(made.document().text())
        .isEqualTo(
            FLOW.text()
                + """

                [[designer.groups]]
                id = "group"
                name = "Clean up"
                steps = ["a", "b"]
                """);
    assertThat(StepGroups.read(made.document()))
        .containsExactly(new StepGroup("group", "Clean up", List.of(A, B), false));
    assertThat(StepGroups.dissolve(made.document(), "group").text()).isEqualTo(FLOW.text());
  }

  @Test
  void aStepIsInOneGroupAndAGroupWithoutStepsGoes() {
    TomlDocument first = StepGroups.make(FLOW, "One", List.of(A, B)).document();

    TomlDocument second = StepGroups.make(first, "Two", List.of(B, C)).document();
    assertThat(StepGroups.read(second))
        .containsExactly(
            new StepGroup("group", "One", List.of(A), false),
            new StepGroup("group_2", "Two", List.of(B, C), false));

    assertThat(StepGroups.read(StepGroups.make(second, "All", List.of(A, B, C)).document()))
        .containsExactly(new StepGroup("group", "All", List.of(A, B, C), false));
    assertThatThrownBy(() -> StepGroups.make(FLOW, "None", List.of()))
        .isInstanceOf(QarionException.class)
        .hasMessageContaining("A group needs steps");
  }

  @Test
  void itIsNamedCollapsedAndExpanded() {
    TomlDocument made = StepGroups.make(FLOW, "One", List.of(A)).document();

    TomlDocument changed =
        StepGroups.collapse(StepGroups.rename(made, "group", " Two "), "group", true);
    assertThat(StepGroups.read(changed))
        .containsExactly(new StepGroup("group", "Two", List.of(A), true));

    TomlDocument back =
        StepGroups.rename(StepGroups.collapse(changed, "group", false), "group", "One");
    assertThat(back.text()).isEqualTo(made.text());
    assertThatThrownBy(() -> StepGroups.rename(FLOW, "gone", "x"))
        .isInstanceOf(QarionException.class)
        .hasMessageContaining("no group 'gone'");
  }

  @Test
  void aStepThatGoesLeavesItsGroupAndItsPlace() {
    TomlDocument grouped = StepGroups.make(FLOW, "One", List.of(A, B)).document();
    TomlDocument placed =
        TomlDocument.parse(
            "flows/f.toml", grouped.text() + "\n[designer.nodes.b]\nx = 8\ny = 16\n");

    TomlDocument without = StepEdits.remove(placed, Set.of(B));

    assertThat(StepGroups.read(without))
        .containsExactly(new StepGroup("group", "One", List.of(A), false));
    assertThat(without.text()).doesNotContain("designer.nodes");
    assertThat(StepEdits.remove(without, Set.of(A)).text()).doesNotContain("designer");
  }

  @Test
  void aRenamedStepKeepsItsGroupAndAStepOfASplitOneIsBesideIt() {
    TomlDocument grouped = StepGroups.make(FLOW, "One", List.of(A, B)).document();

    TomlDocument renamed =
        new RenameTask(grouped).of(A, new TaskId("first")).documents().getFirst();
    assertThat(StepGroups.read(renamed).getFirst().steps()).containsExactly(new TaskId("first"), B);

    TomlDocument split = RuleMoves.split(grouped, A, 1, Set.of()).document();
    assertThat(StepGroups.read(split).getFirst().steps())
        .containsExactly(A, B, new TaskId("a_filter"));
    TomlDocument merged = RuleMoves.merge(split, new TaskId("a_filter")).document();
    assertThat(StepGroups.read(merged).getFirst().steps()).containsExactly(A, B);
  }

  @Test
  void aStepBetweenTwoOfAGroupJoinsIt() {
    TomlDocument grouped = StepGroups.make(FLOW, "One", List.of(A, B)).document();

    assertThat(StepGroups.read(StepGroups.join(grouped, C, List.of(A, B))).getFirst().steps())
        .containsExactly(A, B, C);
    assertThat(StepGroups.join(grouped, new TaskId("d"), List.of(A, C))).isSameAs(grouped);
  }

  @Test
  void whatSomebodyWroteOtherwiseIsReadAsFarAsItCanBe() {
    assertThat(StepGroups.read(TomlDocument.parse("f", "[designer]\ngroups = 3\n"))).isEmpty();
    assertThat(StepGroups.read(TomlDocument.parse("f", "designer = 3\n"))).isEmpty();
    assertThat(
            StepGroups.read(
                TomlDocument.parse(
                    "f",
                    "[designer]\n"
                        + "groups = [{ name = \"x\" }, { id = \"g\", steps = [\"a\", \"\", \"a\","
                        + " 3] }]\n")))
        .containsExactly(new StepGroup("g", "g", List.of(A), false));
  }
}
