package io.qarion.core.dag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.TaskId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FlowDagTest {

  @Test
  void ordersStepsByDependencyAndOtherwiseAsAdded() {
    FlowDag dag =
        new FlowDagBuilder()
            .step(node("c", "", ""))
            .step(node("a", "", ""))
            .step(node("b", "", ""))
            .dependency(id("c"), id("b"))
            .build();

    assertThat(ids(dag.steps())).containsExactly("a", "b", "c");
    assertThat(dag.levels().stream().map(FlowDagTest::ids).toList())
        .containsExactly(List.of("a", "b"), List.of("c"));
  }

  @Test
  void knowsWhatStandsBeforeAndAfterAStep() {
    FlowDag dag = chain("a", "b", "c", "d").build();

    assertThat(dag.dependencies(id("c"))).containsExactly(id("b"));
    assertThat(dag.dependents(id("b"))).containsExactly(id("c"));
    assertThat(dag.upstream(id("c"))).containsExactlyInAnyOrder(id("a"), id("b"));
    assertThat(dag.downstream(id("b"))).containsExactlyInAnyOrder(id("c"), id("d"));
    assertThat(dag.find(id("a"))).map(DagNode::title).contains("a");
    assertThat(dag.find(id("x"))).isEmpty();
  }

  @Test
  void aCircleNamesItsStepsAndOnlyThose() {
    FlowDagBuilder builder = chain("a", "b", "c", "d").dependency(id("b"), id("d"));

    assertThat(messages(builder))
        .containsExactly("Tasks wait for each other in a circle: 'b' → 'c' → 'd' → 'b'.");
    assertThat(ids(builder.build().steps())).containsExactlyInAnyOrder("a", "b", "c", "d");
  }

  @Test
  void aStepThatWaitsForItselfIsReported() {
    assertThat(messages(new FlowDagBuilder().step(node("a", "", "")).dependency(id("a"), id("a"))))
        .containsExactly("Task 'a' depends on itself.");
  }

  @Test
  void anUnknownDependencyIsReportedWithTheKnownTasks() {
    List<Problem> problems =
        new FlowDagBuilder().step(node("a", "", "")).dependency(id("a"), id("b")).problems();

    assertThat(problems)
        .extracting(Problem::toString)
        .containsExactly(
            "tasks.a.dependencies: Task 'a' depends on 'b', which does not exist. Known tasks:"
                + " 'a'.");
  }

  @Test
  void twoTasksOfOneNameAndTwoWritersAreReported() {
    assertThat(
            messages(
                new FlowDagBuilder()
                    .step(node("a", "", "x"))
                    .step(node("a", "", ""))
                    .step(node("b", "", "x"))))
        .containsExactly("Two tasks are named 'a'.", "Tasks 'a' and 'b' both write dataset 'x'.");
  }

  @Test
  void aReaderMustWaitForItsWriterAndHaveOne() {
    assertThat(
            messages(
                new FlowDagBuilder()
                    .existing(List.of(new DatasetName("outside")))
                    .step(node("a", "", "x"))
                    .step(node("b", "x,outside,nowhere", ""))))
        .containsExactlyInAnyOrder(
            "Task 'b' reads dataset 'x' but does not wait for task 'a', which writes it.",
            "Task 'b' reads dataset 'nowhere', which no task writes and no file defines.");
  }

  @Test
  void aDependencyOfAStepThatWasNeverAddedIsAMistakeOfTheCaller() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FlowDagBuilder().dependency(id("a"), id("b")));
  }

  private static FlowDagBuilder chain(String... names) {
    var builder = new FlowDagBuilder();
    for (int i = 0; i < names.length; i++) {
      builder.step(node(names[i], "", ""));
      if (i > 0) {
        builder.dependency(id(names[i]), id(names[i - 1]));
      }
    }
    return builder;
  }

  private static DagNode node(String name, String reads, String writes) {
    return new DagNode(
        id(name),
        StepType.TRANSFORMATION,
        name,
        datasets(reads),
        datasets(writes),
        "tasks." + name);
  }

  private static Set<DatasetName> datasets(String names) {
    return Arrays.stream(names.split(",", -1))
        .filter(name -> !name.isEmpty())
        .map(DatasetName::new)
        .collect(Collectors.toSet());
  }

  private static List<String> messages(FlowDagBuilder builder) {
    return builder.problems().stream().map(Problem::message).toList();
  }

  private static List<String> ids(List<DagNode> nodes) {
    return nodes.stream().map(node -> node.id().value()).toList();
  }

  private static TaskId id(String name) {
    return new TaskId(name);
  }
}
