package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.Schema;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.AggregateRows;
import io.qarion.core.transform.BatchContext;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.CastColumns;
import io.qarion.core.transform.CompareSnapshots;
import io.qarion.core.transform.DeriveColumns;
import io.qarion.core.transform.DistinctRows;
import io.qarion.core.transform.FileRelation;
import io.qarion.core.transform.FillMissing;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.FlagDifferences;
import io.qarion.core.transform.JoinRows;
import io.qarion.core.transform.LimitRows;
import io.qarion.core.transform.PivotRows;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.QueryBody;
import io.qarion.core.transform.RenameColumns;
import io.qarion.core.transform.ReplaceText;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.SampleRows;
import io.qarion.core.transform.SelectColumns;
import io.qarion.core.transform.SortRows;
import io.qarion.core.transform.SplitColumn;
import io.qarion.core.transform.TracedSchema;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.TransformationSource;
import io.qarion.core.transform.UnionRows;
import io.qarion.core.transform.UnpivotColumns;
import io.qarion.core.transform.WindowColumns;
import io.qarion.plugins.duckdb.LocalFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Computes queries: source by source, then rule by rule. */
final class Interpreter {

  private final Tables tables;
  private final LocalFiles files;
  private final Cancellation cancellation;
  private final MemoryLimit limit;

  /**
   * @param tables that queries read
   */
  Interpreter(Tables tables, LocalFiles files, Cancellation cancellation, MemoryLimit limit) {
    this.tables = tables;
    this.files = files;
    this.cancellation = cancellation;
    this.limit = limit;
  }

  /**
   * The rows of a query.
   *
   * @param batch the running one; empty outside of a run
   */
  Relation rows(Query query, Optional<BatchContext> batch, Map<String, Object> parameters) {
    Map<String, Relation> sources = new LinkedHashMap<>();
    for (TransformationSource source : query.sources()) {
      sources.put(source.alias(), source(source, batch, parameters));
    }
    return switch (query.body()) {
      case QueryBody.Rules(List<TransformationRule> rules) -> {
        var steps = new Steps(sources, parameters, cancellation, limit);
        Relation relation = steps.source(query.sources().getFirst().alias());
        for (TransformationRule rule : rules) {
          steps.room(relation.schema()).check(relation.size());
          relation = applied(steps, relation, rule);
        }
        yield relation;
      }
      case QueryBody.Statement _ -> throw noSql();
    };
  }

  static QarionException noSql() {
    return new QarionException(
        Problem.error(
            "engine.lacks",
            Place.UNKNOWN,
            "Tablesaw knows no SQL.",
            "Run it on duckdb or sqlite, or write the step as rules."));
  }

  private Relation source(
      TransformationSource source, Optional<BatchContext> batch, Map<String, Object> parameters) {
    return switch (source.rows()) {
      case RowSource.Stored(Dataset dataset, BatchRange range) ->
          stored(source, dataset, range, batch);
      case RowSource.InFile(FileRelation file) -> inFile(source, file);
      case RowSource.Computed(Query query, _) -> {
        Relation computed = rows(query, batch, parameters);
        yield as(source, computed.names(), computed.columns(), computed.size());
      }
      case RowSource.Empty _ -> as(source, List.of(), List.of(), 0);
      case RowSource.Rows(Schema schema, List<List<@Nullable Object>> constants) -> {
        var columns = new ColumnsBuilder(schema);
        constants.forEach(columns::add);
        yield as(source, schema.names(), columns.build(), columns.size());
      }
    };
  }

  private Relation stored(
      TransformationSource source,
      Dataset dataset,
      BatchRange range,
      Optional<BatchContext> batch) {
    StoredTable table = tables.table(dataset.physicalName());
    limit.of(table.schema()).check(table.size());
    Relation all = as(source, table.schema().names(), table.columns(), table.size());
    if (range instanceof BatchRange.All) {
      return all;
    }
    return all.picked(table.rows(wanted(range, batch)));
  }

  private static LongPredicate wanted(BatchRange range, Optional<BatchContext> batch) {
    return switch (range) {
      case BatchRange.All _ -> _ -> true;
      case BatchRange.Current _ -> {
        long current = batch.orElseThrow().batchId();
        yield id -> id == current;
      }
      case BatchRange.Previous _ -> {
        Optional<Long> previous = batch.orElseThrow().previous();
        yield id -> previous.filter(wanted -> wanted == id).isPresent();
      }
      case BatchRange.One(long one) -> id -> id == one;
      case BatchRange.Between(long after, long upTo) -> id -> id > after && id <= upTo;
    };
  }

  private Relation inFile(TransformationSource source, FileRelation file) {
    var columns = new ColumnsBuilder(file.schema());
    RowRoom room = limit.of(file.schema());
    files.read(file, columns.sink(file.schema(), room), cancellation);
    return as(source, file.schema().names(), columns.build(), columns.size());
  }

  /** The columns that a source has for the query; one that it lacks is NULL. */
  private static Relation as(
      TransformationSource source, List<String> names, List<Cells> columns, int size) {
    var wanted = new ArrayList<Cells>();
    for (Column column : source.schema().columns()) {
      int place = names.indexOf(column.name());
      wanted.add(place < 0 ? RepeatedCells.nulls(column.type()) : columns.get(place));
    }
    return new Relation(TracedSchema.of(source.alias(), source.schema()), size, wanted, false);
  }

  private static Relation applied(Steps steps, Relation input, TransformationRule rule) {
    var columns = new ColumnOperations(steps);
    var rows = new RowOperations(steps);
    var groups = new GroupOperations(steps);
    return switch (rule) {
      case SelectColumns select -> columns.select(input, select);
      case RenameColumns rename -> columns.rename(input, rename);
      case DeriveColumns derive -> columns.derive(input, derive);
      case CastColumns cast -> columns.cast(input, cast);
      case FillMissing fill -> columns.fill(input, fill);
      case SplitColumn split -> columns.split(input, split);
      case ReplaceText replace -> columns.replace(input, replace);
      case FilterRows filter -> rows.filter(input, filter);
      case DistinctRows distinct -> rows.distinct(input, distinct);
      case SortRows sort -> rows.sort(input, sort);
      case LimitRows limit -> rows.limit(input, limit);
      case SampleRows sample -> rows.sample(input, sample);
      case JoinRows join -> JoinOperation.of(steps, input, join);
      case UnionRows union -> UnionOperation.of(steps, input, union);
      case AggregateRows aggregate -> groups.aggregate(input, aggregate);
      case WindowColumns window -> WindowOperation.of(steps, input, window);
      case PivotRows pivot -> groups.pivot(input, pivot);
      case UnpivotColumns unpivot -> groups.unpivot(input, unpivot);
      case FlagDifferences flag -> columns.derive(input, flag.asDerived());
      case CompareSnapshots snapshots -> CompareOperation.of(steps, input, snapshots);
    };
  }
}
