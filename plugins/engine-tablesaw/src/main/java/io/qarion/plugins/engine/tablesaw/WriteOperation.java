package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.engine.TableProblems;
import io.qarion.core.transform.BatchContext;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.Write;
import io.qarion.plugins.rows.Evaluation;
import io.qarion.plugins.rows.RowKey;
import io.qarion.plugins.rows.ScalarFunction;
import io.qarion.plugins.rows.ScalarFunctions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
      case Write.Append _ -> added(stored, stored.rows(), matched(target, stored, given));
      case Write.Replace _ -> added(stored, List.of(), matched(target, stored, given));
      case Write.ReplaceKeys(List<String> keys) -> {
        List<@Nullable Object[]> rows = matched(target, stored, given);
        yield replaced(stored, rows, keys, keys(rows, places(stored, keys)));
      }
      case Write.ReplaceGroups(List<String> keys, Query query) -> {
        Relation groups = interpreter.rows(query, Optional.of(batch), batch.values());
        yield replaced(
            stored, matched(target, stored, given), keys, keys(groups.rows(), groups.places(keys)));
      }
      case Write.Merge merge -> merged(target, stored, given, merge);
    };
  }

  private static int[] places(StoredTable stored, List<String> columns) {
    return columns.stream().mapToInt(stored.schema().names()::indexOf).toArray();
  }

  private static Set<RowKey> keys(List<@Nullable Object[]> rows, int[] places) {
    Set<RowKey> keys = new HashSet<>();
    rows.forEach(row -> keys.add(RowKey.of(row, places)));
    return keys;
  }

  private static Written replaced(
      StoredTable stored, List<@Nullable Object[]> rows, List<String> keys, Set<RowKey> gone) {
    int[] places = places(stored, keys);
    List<@Nullable Object[]> kept =
        stored.rows().stream().filter(row -> !gone.contains(RowKey.of(row, places))).toList();
    return added(stored, kept, rows);
  }

  private static Written added(
      StoredTable stored, List<@Nullable Object[]> kept, List<@Nullable Object[]> rows) {
    var all = new ArrayList<>(kept);
    all.addAll(rows);
    return new Written(StoredTable.of(stored.schema(), all), rows.size());
  }

  private Written merged(Dataset target, StoredTable stored, Relation given, Write.Merge merge) {
    Schema deciding =
        new Schema(
            given.schema().columns().stream()
                .filter(
                    column -> !target.schema().has(column.name()) && merge.mentions(column.name()))
                .toList());
    List<@Nullable Object[]> rows = matched(target, stored, given, deciding);
    return new MergeOperation(target, stored, deciding, merge, batch.values()).of(rows);
  }

  private List<@Nullable Object[]> matched(Dataset target, StoredTable stored, Relation given) {
    return matched(target, stored, given, Schema.EMPTY);
  }

  /** Rows with the stored table's columns, in its order and types, and those that decide. */
  private List<@Nullable Object[]> matched(
      Dataset target, StoredTable stored, Relation given, Schema deciding) {
    List<String> unknown =
        given.names().stream()
            .filter(name -> !target.schema().has(name) && !deciding.has(name))
            .toList();
    if (!unknown.isEmpty()) {
      throw TableProblems.extraColumns(target, unknown);
    }
    var cells = new ArrayList<Evaluation>();
    for (Column wanted : stored.schema().columns()) {
      cells.add(cell(target, given, wanted));
    }
    deciding
        .names()
        .forEach(name -> {
          int place = given.place(name);
          cells.add(row -> row[place]);
        });
    var rows = new ArrayList<@Nullable Object[]>(given.rows().size());
    for (@Nullable Object[] row : given.rows()) {
      rows.add(cells.stream().map(cell -> cell.of(row)).toArray());
    }
    return rows;
  }

  private Evaluation cell(Dataset target, Relation given, Column wanted) {
    int place = target.schema().has(wanted.name()) ? given.names().indexOf(wanted.name()) : -1;
    boolean isBatch = wanted.name().equals(TechnicalColumns.BATCH_ID);
    if (place < 0) {
      Object filler = isBatch && target.schema().has(wanted.name()) ? batch.batchId() : null;
      return checked(target, wanted, _ -> filler);
    }
    DataType from = given.schema().columns().get(place).type();
    ScalarFunction cast = ScalarFunctions.cast(from, wanted.type(), false);
    return checked(
        target,
        wanted,
        from.equals(wanted.type()) ? row -> row[place] : row -> cast.apply(row[place]));
  }

  private static Evaluation checked(Dataset target, Column wanted, Evaluation value) {
    if (!wanted.required()) {
      return value;
    }
    return row -> {
      Object cell = value.of(row);
      if (cell == null) {
        throw TableProblems.missingValue(target, wanted);
      }
      return cell;
    };
  }
}
