package io.qarion.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dag.DagNode;
import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.engine.Engine;
import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.engine.PageRequest;
import io.qarion.core.expression.Formula;
import io.qarion.core.flow.Flow;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.plan.FlowCompiler;
import io.qarion.core.plugin.Corrections;
import io.qarion.core.plugin.DatasetCatalog;
import io.qarion.core.plugin.Plugins;
import io.qarion.core.plugin.SchemaProbe;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.toml.FlowToml;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.transform.BatchContext;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.DeriveColumns;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowExpectation;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.TransformationSource;
import io.qarion.core.transform.Write;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A flow of one of the types, run on an engine batch by batch with rows and clocks that a test
 * chooses. Its landing takes the rows of a test instead of those of files.
 */
public final class FlowOnEngine {

  private static final int MANY = 100_000;

  private final Engine engine;
  private final CompiledFlow flow;
  private final List<Problem> warnings = new ArrayList<>();
  private long batches;

  private FlowOnEngine(Engine engine, CompiledFlow flow) {
    this.engine = engine;
    this.flow = flow;
  }

  /** A flow that has no problem. */
  public static FlowOnEngine of(Engine engine, String toml) {
    CompiledFlow compiled = compile(toml);
    assertThat(compiled.problems()).isEmpty();
    return new FlowOnEngine(engine, compiled);
  }

  /** What checking a flow says, whether it can be run or not. */
  public static CompiledFlow compile(String toml) {
    FlowToml.Reading reading = FlowToml.read(TomlDocument.parse("flows/flow.toml", toml));
    assertThat(reading.problems()).isEmpty();
    Flow flow = reading.flow();
    return new FlowCompiler(Plugins.load(), SchemaProbe.NONE).compile(flow, DatasetCatalog.EMPTY);
  }

  /** Runs the next batch: the rows into the landing, then the steps in their order. */
  public void batch(LocalDateTime clock, RowPage rows) {
    long id = batches + 1;
    var batch =
        new BatchContext(
            id, batches == 0 ? Optional.empty() : Optional.of(batches), clock, Map.of());
    try (EngineTransaction transaction = engine.begin(new Cancellation())) {
      for (DagNode node : flow.dag().steps()) {
        switch (flow.works().get(node.id())) {
          case StepWork.Load load -> {
            land(load.landing(), rows, batch, node, transaction);
            load.then()
                .ifPresent(group -> transform(new StepWork.Transform(group), batch, transaction));
          }
          case StepWork.Transform transform -> transform(transform, batch, transaction);
          case StepWork.Check _, StepWork.Export _, StepWork.Relay _, StepWork.Call _ ->
              throw new IllegalArgumentException(node.id() + " is no transformation");
          case null -> throw new IllegalArgumentException(node.id() + " has no work");
        }
      }
      transaction.commit();
    }
    batches = id;
  }

  /**
   * Runs the next batch with corrections in the place of a delivery.
   *
   * @param handedIn whole rows of the dataset of corrections, but the batch and its clock
   */
  public void corrections(LocalDateTime clock, RowPage handedIn) {
    Corrections corrections =
        flow.works().values().stream()
            .flatMap(work ->
                work instanceof StepWork.Transform transform
                    ? transform.corrections().stream()
                    : Stream.empty())
            .findFirst()
            .orElseThrow();
    var batch = new BatchContext(batches + 1, Optional.of(batches), clock, Map.of());
    try (EngineTransaction transaction = engine.begin(new Cancellation())) {
      transaction.prepare(corrections.handedIn());
      transaction.execute(
          new TransformationInstruction(
              new TaskId("corrections"),
              Query.of(
                  List.of(TransformationSource.of("rows", RowSource.Rows.of(handedIn))),
                  List.of(
                      new DeriveColumns(Map.of("xt_corrected_at", Formula.parse(":batch_clock"))))),
              corrections.handedIn(),
              new Write.Append()),
          batch);
      transaction.commit();
    }
    Schema input = corrections.input();
    batch(clock, RowPage.of(input, 0, List.of(), false));
  }

  /** What was said of batches that went through. */
  public List<Problem> warnings() {
    return List.copyOf(warnings);
  }

  /** Some columns of a dataset's rows, in no order. */
  public RowPage rows(String dataset, List<String> columns) {
    Dataset stored =
        flow.datasets().stream()
            .filter(made -> made.name().value().equals(dataset))
            .findFirst()
            .orElseThrow();
    var source =
        new TransformationSource(
            "stored",
            new RowSource.Stored(stored, BatchRange.ALL),
            new Schema(
                columns.stream().map(name -> stored.schema().find(name).orElseThrow()).toList()));
    return engine.page(new PageRequest(Query.all(source), Map.of(), 0, MANY), new Cancellation());
  }

  private static void land(
      Dataset landing,
      RowPage rows,
      BatchContext batch,
      DagNode node,
      EngineTransaction transaction) {
    Map<String, Formula> technical = new LinkedHashMap<>();
    technical.put(TechnicalColumns.SOURCE_FILE, Formula.parse("'test'"));
    technical.put(TechnicalColumns.LOADED_AT, Formula.parse(":batch_clock"));
    transaction.prepare(landing);
    transaction.execute(
        new TransformationInstruction(
            node.id(),
            Query.of(
                List.of(TransformationSource.of("rows", RowSource.Rows.of(numbered(rows)))),
                List.of(new DeriveColumns(technical))),
            landing,
            new Write.Append()),
        batch);
  }

  /** Rows with their numbers in the delivery, from 1. */
  private static RowPage numbered(RowPage rows) {
    var columns = new ArrayList<>(rows.schema().columns());
    columns.add(new Column(TechnicalColumns.SOURCE_ROW, PlainType.INTEGER, true));
    List<List<@Nullable Object>> numbered = new ArrayList<>();
    for (List<@Nullable Object> row : rows.rows()) {
      List<@Nullable Object> cells = new ArrayList<>(row);
      cells.add(numbered.size() + 1L);
      numbered.add(cells);
    }
    return RowPage.of(new Schema(columns), 0, numbered, false);
  }

  private void transform(
      StepWork.Transform work, BatchContext batch, EngineTransaction transaction) {
    work.group().instructions().forEach(instruction -> transaction.prepare(instruction.target()));
    work.corrections().ifPresent(corrections -> transaction.prepare(corrections.handedIn()));
    for (RowExpectation expectation : work.group().expectations()) {
      long rows = transaction.count(expectation.unwanted(), batch);
      if (rows > 0) {
        warnings.add(expectation.problem(rows));
      }
    }
    work.group().instructions().forEach(instruction -> transaction.execute(instruction, batch));
  }
}
