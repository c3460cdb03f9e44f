package io.qarion.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dag.DagNode;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.flow.Flow;
import io.qarion.core.flow.Settings;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.plan.FlowCompiler;
import io.qarion.core.plugin.DatasetCatalog;
import io.qarion.core.plugin.FlowPlugin;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.SchemaProbe;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.progress.Cancellation;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a type of flow must keep, on the engine that a test opens. */
public abstract class FlowPluginContract extends EngineContract {

  private static final LocalDateTime CLOCK = LocalDateTime.of(2026, 4, 1, 9, 0);

  protected abstract FlowPlugin plugin();

  /** A flow of the type that loads rows and has no problem; its id is {@code example}. */
  protected abstract String flow();

  /** Rows for a batch each. */
  protected abstract List<RowPage> deliveries();

  @Test
  void isFoundByItsType() {
    assertThat(Plugins.load().flow(plugin().flowType()))
        .get()
        .isExactlyInstanceOf(plugin().getClass());
  }

  @Test
  void saysWhatItAndItsSettingsAreFor() {
    assertThat(plugin().name()).isNotBlank();
    assertThat(plugin().description()).endsWith(".");
    assertThat(plugin().properties())
        .allSatisfy(property -> assertThat(property.help()).as(property.key()).endsWith("."));
  }

  @Test
  void eachStepOfItsGraphHasWorkAndReadsWhatIsMadeBefore() {
    CompiledFlow compiled = FlowOnEngine.compile(flow());
    assertThat(compiled.problems()).isEmpty();
    List<DatasetName> made = compiled.datasets().stream().map(Dataset::name).toList();
    assertThat(made).doesNotHaveDuplicates();
    assertThat(compiled.dag().steps()).isNotEmpty();
    for (DagNode node : compiled.dag().steps()) {
      assertThat(compiled.works()).containsKey(node.id());
      assertThat(made).containsAll(node.writes()).containsAll(node.reads());
    }
  }

  @Test
  void makesTheSameEachTime() {
    CompiledFlow once = FlowOnEngine.compile(flow());
    CompiledFlow again = FlowOnEngine.compile(flow());
    assertThat(again.datasets()).isEqualTo(once.datasets());
    assertThat(again.works()).isEqualTo(once.works());
  }

  @Test
  void whatItMakesHasTheColumnsItDeclares() {
    FlowOnEngine running = FlowOnEngine.of(engine(), as("declared"));
    running.batch(CLOCK, deliveries().getFirst());
    for (Dataset dataset : FlowOnEngine.compile(as("declared")).datasets()) {
      assertThat(engine().tableSchema(dataset.physicalName()))
          .as(dataset.name().value())
          .get()
          .extracting(schema -> List.copyOf(schema.names()))
          .isEqualTo(dataset.schema().names());
    }
  }

  @Test
  void theSameDeliveriesGiveTheSameRows() {
    List<Dataset> datasets = FlowOnEngine.compile(as("repeated")).datasets();
    run("repeated");
    List<List<List<@Nullable Object>>> once = datasets.stream().map(this::rowsOf).toList();
    try (EngineTransaction transaction = engine().begin(new Cancellation())) {
      datasets.forEach(transaction::drop);
      transaction.commit();
    }
    run("repeated");
    for (int i = 0; i < datasets.size(); i++) {
      List<List<@Nullable Object>> rows = rowsOf(datasets.get(i));
      assertThat(Comparison.areSameRows(rows, once.get(i)))
          .as("%s again gave\n%s", datasets.get(i).name(), Comparison.shown(rows))
          .isTrue();
    }
  }

  @Test
  void aDeliveryWithoutRowsIsNoFailure() {
    RowPage some = deliveries().getFirst();
    FlowOnEngine running = FlowOnEngine.of(engine(), as("empty"));
    running.batch(CLOCK, RowPage.of(some.schema(), 0, List.of(), false));
    running.batch(CLOCK.plusDays(1), some);
    running.batch(CLOCK.plusDays(2), RowPage.of(some.schema(), 0, List.of(), false));
    assertThat(running.warnings()).isEmpty();
  }

  Stream<PropertyDeclaration> ownProperties() {
    return plugin().properties().stream().filter(each -> !each.key().startsWith("load."));
  }

  @ParameterizedTest
  @MethodSource("ownProperties")
  void nothingWrittenAsASettingEndsItsCheck(PropertyDeclaration property) {
    for (Object value :
        List.of("", "nobody knows this", -1L, 2.5, true, List.of(), Settings.NONE)) {
      CompiledFlow compiled = with(property.key(), value);
      assertThat(compiled.problems())
          .allSatisfy(problem -> assertThat(problem.place().element()).isNotEmpty());
    }
    assertThat(with(property.key(), Settings.NONE).problems())
        .anySatisfy(problem ->
            assertThat(problem.place().element()).isEqualTo("properties." + property.key()));
  }

  private void run(String id) {
    FlowOnEngine running = FlowOnEngine.of(engine(), as(id));
    List<RowPage> deliveries = deliveries();
    for (int i = 0; i < deliveries.size(); i++) {
      running.batch(CLOCK.plusDays(i), deliveries.get(i));
    }
  }

  private String as(String id) {
    return flow().replace("id = \"example\"", "id = \"%s\"".formatted(id));
  }

  private List<List<@Nullable Object>> rowsOf(Dataset dataset) {
    return stored(dataset).rows();
  }

  private CompiledFlow with(String key, Object value) {
    Flow flow = FlowOnEngine.compile(flow()).flow();
    Map<String, Object> properties = new LinkedHashMap<>(flow.properties().values());
    properties.put(key, value);
    Flow changed =
        new Flow(
            flow.id(),
            flow.name(),
            flow.flowType(),
            flow.namespace(),
            flow.input(),
            new Settings("properties", properties),
            flow.variables(),
            flow.triggers(),
            flow.tasks(),
            flow.labels());
    return new FlowCompiler(Plugins.load(), SchemaProbe.NONE)
        .compile(changed, DatasetCatalog.EMPTY);
  }
}
