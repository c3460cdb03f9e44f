package io.qarion.core.run;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.Schema;
import io.qarion.core.engine.Engine;
import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.expression.Formula;
import io.qarion.core.plugin.Corrections;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.BatchContext;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.DeriveColumns;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.JoinRows;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.QueryBody;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.SelectColumns;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.TransformationSource;
import io.qarion.core.transform.Write;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Parked rows that are handed in again: whole rows, with what a file says of them. */
final class HandedInRows {

  private static final TaskId STEP = new TaskId("corrections");
  private static final List<String> ID = List.of(Corrections.PARKING_ID);
  private static final String IS_PARKED = Corrections.STATUS + " = '" + Corrections.PARKED + "'";

  private final RunEnvironment environment;
  private final Engine engine;
  private final Corrections corrections;
  private final Cancellation cancellation;

  HandedInRows(RunEnvironment environment, Corrections corrections, Cancellation cancellation) {
    this.environment = environment;
    this.engine = environment.engine();
    this.corrections = corrections;
    this.cancellation = cancellation;
  }

  /** How many rows wait for a correction. */
  long parked() {
    return engine.tableSchema(corrections.parked().physicalName()).isEmpty()
        ? 0
        : engine.count(
            Query.of(List.of(parking()), List.of(filter(IS_PARKED))), Map.of(), cancellation);
  }

  /** Hands in all parked rows as they are. */
  long takeAll(BatchContext batch, EngineTransaction transaction) {
    Map<String, Formula> values = new LinkedHashMap<>();
    values.put(Corrections.ACTION, Formula.parse("'" + Corrections.REPLAY + "'"));
    return write(
        Query.of(
            List.of(parking()),
            List.of(
                filter(IS_PARKED),
                derived(values),
                SelectColumns.Keep.names(kept(Corrections.PARKING_ID, Corrections.ACTION)))),
        batch,
        transaction);
  }

  /**
   * Hands in the rows that a file names.
   *
   * @param warnings hears of rows that are parked no more
   */
  long take(
      String name, BatchContext batch, EngineTransaction transaction, Consumer<Problem> warnings) {
    var file = new CorrectionsFile(environment, corrections, name);
    Dataset loaded = file.load(batch, transaction);
    refuse(file, loaded, batch, transaction);
    long settled =
        transaction.count(
            Query.of(
                List.of(rows(loaded), parked("not (" + IS_PARKED + ")", ID)),
                List.of(joined(JoinRows.How.SEMI))),
            batch);
    if (settled > 0) {
      warnings.accept(
          Problem.warning(
              "corrections.settled",
              file.place(),
              "Corrections of rows that are parked no more: %,d.".formatted(settled),
              "They change nothing."));
    }
    long taken = write(merged(loaded), batch, transaction);
    transaction.drop(loaded);
    return taken;
  }

  private void refuse(
      CorrectionsFile file, Dataset loaded, BatchContext batch, EngineTransaction transaction) {
    long unknown =
        transaction.count(
            Query.of(List.of(rows(loaded), parking()), List.of(joined(JoinRows.How.ANTI))), batch);
    if (unknown > 0) {
      throw new QarionException(
          Problem.error(
              "corrections.unknown",
              file.place(),
              "Corrections that name no row in '%s': %,d."
                  .formatted(corrections.parked().name(), unknown),
              "Take %s from that dataset.".formatted(Corrections.PARKING_ID)));
    }
    if (!loaded.schema().has(Corrections.STATUS)) {
      return;
    }
    long strange =
        transaction.count(
            Query.of(
                List.of(rows(loaded)),
                List.of(
                    filter(
                        "not coalesce(%s in ('%s', '%s', '%s'), true)"
                            .formatted(
                                Corrections.STATUS,
                                Corrections.PARKED,
                                Corrections.REPLAYED,
                                Corrections.DISCARDED)))),
            batch);
    if (strange > 0) {
      throw new QarionException(
          Problem.error(
              "corrections.status",
              file.place(),
              "Corrections with another %s than parked or discarded: %,d."
                  .formatted(Corrections.STATUS, strange),
              "Leave it empty to have a row checked again, or write discarded to give it up."));
    }
  }

  /** Rows that are still parked, each with the values that the file has in place of its own. */
  private Query merged(Dataset loaded) {
    var choices = new ArrayList<SelectColumns.Choice>();
    choices.add(new SelectColumns.Choice(Corrections.PARKING_ID, Optional.empty()));
    choices.add(new SelectColumns.Choice(Corrections.ACTION, Optional.empty()));
    for (String column : corrections.input().names()) {
      choices.add(new SelectColumns.Choice(column, Optional.empty()));
    }
    boolean saysStatus = loaded.schema().has(Corrections.STATUS);
    String discarded =
        "case when %s = '%s' then '%s' else '%s' end"
            .formatted(
                Corrections.STATUS, Corrections.DISCARDED, Corrections.DISCARD, Corrections.REPLAY);
    Map<String, Formula> action = new LinkedHashMap<>();
    action.put(
        Corrections.ACTION, Formula.parse(saysStatus ? discarded : "'" + Corrections.REPLAY + "'"));
    TransformationSource parked = parked(IS_PARKED, kept(Corrections.PARKING_ID));
    return Query.of(
        List.of(rows(loaded), parked),
        List.of(derived(action), joined(JoinRows.How.INNER), new SelectColumns.Keep(choices)));
  }

  private List<String> kept(String... more) {
    var names = new ArrayList<>(corrections.input().names());
    names.addAll(List.of(more));
    return names;
  }

  /** Some columns of the rows with a status. */
  private TransformationSource parked(String condition, List<String> names) {
    var columns =
        names.stream().map(name -> corrections.parked().schema().find(name).orElseThrow()).toList();
    return TransformationSource.of(
        "parked",
        new RowSource.Computed(
            Query.of(
                List.of(parking()), List.of(filter(condition), SelectColumns.Keep.names(names))),
            new Schema(columns)));
  }

  private long write(Query query, BatchContext batch, EngineTransaction transaction) {
    Dataset target = corrections.handedIn();
    transaction.prepare(target);
    Map<String, Formula> clock = new LinkedHashMap<>();
    clock.put("xt_corrected_at", Formula.parse(":batch_clock"));
    Query stamped =
        switch (query.body()) {
          case QueryBody.Rules(List<TransformationRule> rules) -> {
            var all = new ArrayList<>(rules);
            all.add(derived(clock));
            yield Query.of(query.sources(), all);
          }
          case QueryBody.Statement _ -> query;
        };
    return transaction
        .execute(new TransformationInstruction(STEP, stamped, target, new Write.Append()), batch)
        .rowsOut();
  }

  private TransformationSource parking() {
    return TransformationSource.of(
        "parked", new RowSource.Stored(corrections.parked(), BatchRange.ALL));
  }

  /** The loaded corrections without what every landing has. */
  private static TransformationSource rows(Dataset loaded) {
    return new TransformationSource(
        "corrections",
        new RowSource.Stored(loaded, BatchRange.ALL),
        CorrectionsFile.said(loaded.schema()));
  }

  private static JoinRows joined(JoinRows.How how) {
    return new JoinRows(
        "parked",
        how,
        new JoinRows.OnPairs(
            List.of(new JoinRows.Pair(Corrections.PARKING_ID, Corrections.PARKING_ID))),
        "_parked");
  }

  private static FilterRows filter(String condition) {
    return new FilterRows(Formula.parse(condition));
  }

  private static DeriveColumns derived(Map<String, Formula> columns) {
    return new DeriveColumns(columns);
  }
}
