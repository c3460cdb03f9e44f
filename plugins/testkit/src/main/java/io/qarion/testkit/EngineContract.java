package io.qarion.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.Schema;
import io.qarion.core.engine.Engine;
import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.engine.PageRequest;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.BatchContext;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.ParameterTypes;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.RuleScope;
import io.qarion.core.transform.TracedSchema;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.TransformationSource;
import io.qarion.core.transform.Write;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the suites of the engine contract have in common: an engine, tables made through its public
 * interface only, and comparison with rows that were written by hand.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EngineContract {

  private static final int MANY = 10_000;

  /** Values of {@code :name} in all tests. */
  protected static final Map<String, Object> PARAMETERS =
      Map.of("limit", 20L, "word", "it's", "day", java.time.LocalDate.of(2026, 1, 31));

  private @org.jspecify.annotations.Nullable Engine opened;

  /**
   * Opens the engine under test.
   *
   * @param folder for its files
   */
  protected abstract Engine open(Path folder);

  @BeforeAll
  void openEngine(@TempDir Path folder) {
    opened = open(folder);
  }

  @AfterAll
  void closeEngine() {
    engine().close();
  }

  protected final Engine engine() {
    if (opened == null) {
      throw new IllegalStateException("the engine is not open");
    }
    return opened;
  }

  /** Rows of constants under an alias; see {@link TextTable}. */
  protected static TransformationSource table(String alias, String text) {
    return source(alias, TextTable.read(text));
  }

  protected static TransformationSource source(String alias, RowPage rows) {
    return TransformationSource.of(alias, RowSource.Rows.of(rows));
  }

  /** Expects the rows and columns that rules give for one source, in any order. */
  protected final void expect(
      TransformationSource source, TransformationRule rule, String expected) {
    expect(List.of(source), List.of(rule), expected);
  }

  protected final void expect(
      List<TransformationSource> sources, List<TransformationRule> rules, String expected) {
    Query query = Query.of(sources, rules);
    RowPage wanted = TextTable.read(expected);
    RowPage page = page(query);
    assertThat(Comparison.areSameRows(page.rows(), wanted.rows()))
        .as(() -> difference(query, page, wanted))
        .isTrue();
    expectColumns(query, page, wanted);
  }

  /** Expects rows in their order. */
  protected final void expectInOrder(
      List<TransformationSource> sources, List<TransformationRule> rules, String expected) {
    Query query = Query.of(sources, rules);
    RowPage wanted = TextTable.read(expected);
    RowPage page = page(query);
    assertThat(Comparison.areEqualRows(page.rows(), wanted.rows()))
        .as(() -> difference(query, page, wanted))
        .isTrue();
    expectColumns(query, page, wanted);
  }

  protected final RowPage page(Query query) {
    return engine().page(new PageRequest(query, PARAMETERS, 0, MANY), new Cancellation());
  }

  /** The problem that a query ends with. */
  protected final QarionException failure(Query query) {
    return failure(() -> page(query));
  }

  protected static QarionException failure(Runnable work) {
    QarionException failure = catchThrowableOfType(QarionException.class, work::run);
    assertThat(failure).as("a QarionException").isNotNull();
    return failure;
  }

  /** Makes a stored table and puts rows into it. */
  protected final Dataset store(String name, String text) {
    return store(name, TextTable.read(text));
  }

  protected final Dataset store(String name, RowPage rows) {
    Dataset dataset = Dataset.of(new DatasetName(name), rows.schema());
    write(dataset, Query.all(source("given", rows)), new Write.Replace());
    return dataset;
  }

  /** Writes a query into a dataset, as a step does. */
  protected final long write(Dataset target, Query query, Write write) {
    try (EngineTransaction transaction = engine().begin(new Cancellation())) {
      transaction.prepare(target);
      long rows =
          transaction
              .execute(
                  new TransformationInstruction(new TaskId("step"), query, target, write), batch())
              .rowsOut();
      transaction.commit();
      return rows;
    }
  }

  protected static BatchContext batch() {
    return new BatchContext(7, Optional.of(6L), LocalDateTime.of(2026, 2, 3, 4, 5, 6), PARAMETERS);
  }

  /** All rows of a stored table. */
  protected final RowPage stored(Dataset dataset) {
    return page(Query.all(reading(dataset)));
  }

  protected static TransformationSource reading(Dataset dataset) {
    return TransformationSource.of(
        dataset.name().value(), new RowSource.Stored(dataset, BatchRange.ALL));
  }

  /** Expects the rows of a stored table, in any order. */
  protected final void expectStored(Dataset dataset, String expected) {
    List<List<@org.jspecify.annotations.Nullable Object>> actual = stored(dataset).rows();
    assertThat(Comparison.areSameRows(actual, TextTable.read(expected).rows()))
        .as(() -> "got\n" + Comparison.shown(actual) + "expected\n" + expected)
        .isTrue();
  }

  private void expectColumns(Query query, RowPage page, RowPage wanted) {
    Schema checked = checked(query);
    assertThat(columns(page.schema())).isEqualTo(columns(wanted.schema()));
    assertThat(columns(checked)).isEqualTo(columns(wanted.schema()));
    assertThat(columns(engine().describe(query, PARAMETERS))).isEqualTo(columns(wanted.schema()));
    assertThat(engine().count(query, PARAMETERS, new Cancellation())).isEqualTo(page.rows().size());
  }

  /** Columns as checking a flow foretells them; the rules must have no problem. */
  private static Schema checked(Query query) {
    Map<String, TracedSchema> sources = new LinkedHashMap<>();
    query
        .sources()
        .forEach(source ->
            sources.put(source.alias(), TracedSchema.of(source.alias(), source.schema())));
    var problems = new ArrayList<String>();
    Schema schema =
        query
            .output(
                RuleScope.of(
                    "task",
                    sources,
                    ParameterTypes.of(PARAMETERS),
                    problem -> problems.add(problem.toString())))
            .schema();
    assertThat(problems).isEmpty();
    return schema;
  }

  private static List<String> columns(Schema schema) {
    return schema.columns().stream()
        .map(column -> column.name() + " " + column.type().text())
        .toList();
  }

  private String difference(Query query, RowPage page, RowPage wanted) {
    return "got\n%sexpected\n%sfrom\n%s"
        .formatted(
            Comparison.shown(page.rows()),
            Comparison.shown(wanted.rows()),
            engine().explain(query, PARAMETERS));
  }
}
