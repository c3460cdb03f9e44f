package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.engine.TableProblems;
import io.qarion.core.transform.BatchContext;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Puts the rows of a query into a table, which gives another table. */
final class WriteOperation {

  private final Interpreter interpreter;
  private final BatchContext batch;

  WriteOperation(Interpreter interpreter, BatchContext batch) {
    this.interpreter = interpreter;
    this.batch = batch;
  }

  /**
   * What came of a write.
   *
   * @param rows written
   */
  record Written(StoredTable table, long rows) {}

  Written of(TransformationInstruction instruction, StoredTable stored) {
    Relation given = interpreter.rows(instruction.query(), Optional.of(batch), batch.values());
    Dataset target = instruction.target();
    return switch (instruction.write()) {
      case Write.Append _ -> added(stored, matched(target, stored, given), given.size());
      case Write.Replace _ ->
          added(StoredTable.empty(stored.schema()), matched(target, stored, given), given.size());
      case Write.ReplaceKeys(List<String> keys) -> {
        List<Cells> rows = matched(target, stored, given);
        StoredTable kept = without(stored, keys, keysOf(stored, rows, keys), given.size());
        yield added(kept, rows, given.size());
      }
      case Write.ReplaceGroups(List<String> keys, Query query) -> {
        Relation groups = interpreter.rows(query, Optional.of(batch), batch.values());
        StoredTable kept = without(stored, keys, groups.columns(keys), groups.size());
        yield added(kept, matched(target, stored, given), given.size());
      }
      case Write.Merge merge -> merged(target, stored, given, merge);
    };
  }

  private static List<Cells> keysOf(StoredTable stored, List<Cells> rows, List<String> keys) {
    List<String> names = stored.schema().names();
    return keys.stream().map(key -> rows.get(names.indexOf(key))).toList();
  }

  /** The rows whose key is not among others. */
  private static StoredTable without(
      StoredTable stored, List<String> keys, List<Cells> gone, int goneSize) {
    Keys.Pair pair = Keys.Pair.of(stored.columns(keys), stored.size(), gone, goneSize);
    var groups = new Groups(pair.right(), goneSize);
    return stored.picked(
        IntStream.range(0, stored.size()).filter(row -> !groups.has(pair.left(), row)).toArray());
  }

  private static Written added(StoredTable kept, List<Cells> rows, int size) {
    return new Written(kept.and(rows, size), size);
  }

  private Written merged(Dataset target, StoredTable stored, Relation given, Write.Merge merge) {
    Schema deciding =
        new Schema(
            given.schema().columns().stream()
                .filter(
                    column -> !target.schema().has(column.name()) && merge.mentions(column.name()))
                .toList());
    List<Cells> rows = matched(target, stored, given, deciding);
    return new MergeOperation(stored, deciding, merge, batch.values()).of(rows, given.size());
  }

  private List<Cells> matched(Dataset target, StoredTable stored, Relation given) {
    return matched(target, stored, given, Schema.EMPTY);
  }

  /** Rows with the stored table's columns, in its order and types, and those that decide. */
  private List<Cells> matched(Dataset target, StoredTable stored, Relation given, Schema deciding) {
    List<String> unknown =
        given.names().stream()
            .filter(name -> !target.schema().has(name) && !deciding.has(name))
            .toList();
    if (!unknown.isEmpty()) {
      throw TableProblems.extraColumns(target, unknown);
    }
    var columns = new ArrayList<Cells>();
    for (Column wanted : stored.schema().columns()) {
      columns.add(checked(target, wanted, column(target, given, wanted), given.size()));
    }
    columns.addAll(given.columns(deciding.names()));
    return columns;
  }

  private Cells column(Dataset target, Relation given, Column wanted) {
    boolean isKnown = target.schema().has(wanted.name());
    if (isKnown && given.names().contains(wanted.name())) {
      return Conversion.of(given.column(wanted.name()), given.size(), wanted.type());
    }
    boolean isBatch = isKnown && wanted.name().equals(TechnicalColumns.BATCH_ID);
    return RepeatedCells.of(wanted.type(), isBatch ? batch.batchId() : null);
  }

  private static Cells checked(Dataset target, Column wanted, Cells cells, int size) {
    for (int row = 0; wanted.required() && row < size; row++) {
      if (cells.isNull(row)) {
        throw TableProblems.missingValue(target, wanted);
      }
    }
    return cells;
  }
}
