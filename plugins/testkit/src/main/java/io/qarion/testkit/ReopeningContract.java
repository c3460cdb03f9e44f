package io.qarion.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.engine.Batch;
import io.qarion.core.engine.BatchStatus;
import io.qarion.core.engine.Engine;
import io.qarion.core.engine.EngineCapability;
import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.engine.LandedBatch;
import io.qarion.core.engine.LedgerStep;
import io.qarion.core.engine.LoadedFile;
import io.qarion.core.engine.PageRequest;
import io.qarion.core.engine.StepCommit;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.BatchContext;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.TransformationSource;
import io.qarion.core.transform.Write;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An engine that keeps its tables has them when it is opened again, and no other has. */
public abstract class ReopeningContract {

  private static final FlowId FLOW = new FlowId("daily");
  private static final TaskId STEP = new TaskId("step");
  private static final int ALL = 10;
  private static final RowPage ROWS =
      TextTable.read(
          """
          a boolean | b integer | c float | d decimal(12,2) | e decimal(38,10) | f string | g date | h time | i timestamp | j json | k binary
          true | 9223372036854775807 | nan | -0.01 | 9999999999999999999999999999.9999999999 | '' | 0001-01-01 | 23:59:59.999999 | 9999-12-31T23:59:59.999999 | {"a": 1.0} | 00ff
          false | -9223372036854775807 | -inf | 9999999999.99 | 0.0000000001 | 😀 | 2024-02-29 | 00:00 | 0001-01-01T00:00 | null | 27
          NULL | NULL | NULL | NULL | NULL | NULL | NULL | NULL | NULL | NULL | NULL
          """);

  private static final Dataset DATASET = Dataset.of(new DatasetName("kept"), ROWS.schema());

  @TempDir private Path folder;

  /** Opens the engine on what was left in a folder. */
  protected abstract Engine open(Path folder);

  @Test
  void tablesAndNotesAreThereWhenItIsOpenedAgain() {
    Batch batch;
    Notes notes;
    try (Engine engine = open(folder)) {
      batch = engine.ledger().startBatch(FLOW);
      notes = Notes.of(batch);
      write(engine, batch, notes);
      engine.ledger().endBatch(FLOW, batch.id(), BatchStatus.SUCCESS);
    }

    try (Engine engine = open(folder)) {
      if (!engine.capabilities().contains(EngineCapability.PERSISTENT)) {
        assertThat(engine.tableSchema("kept")).isEmpty();
        assertThat(engine.ledger().batches(FLOW)).isEmpty();
        return;
      }
      expectRows(engine);
      assertThat(engine.ledger().batches(FLOW))
          .containsExactly(new Batch(FLOW, batch.id(), batch.clock(), BatchStatus.SUCCESS));
      assertThat(engine.ledger().commits(FLOW)).containsExactly(notes.commit());
      assertThat(engine.ledger().files(FLOW, STEP)).containsExactly(notes.file());
      assertThat(engine.ledger().landings(FLOW)).containsExactly(notes.landed());
      assertThat(engine.ledger().startBatch(FLOW).id()).isGreaterThan(batch.id());
    }
  }

  private static void write(Engine engine, Batch batch, Notes notes) {
    try (EngineTransaction transaction = engine.begin(new Cancellation())) {
      transaction.prepare(DATASET);
      transaction.prepare(Dataset.of(new DatasetName("nothing_in_it"), ROWS.schema()));
      transaction.execute(
          new TransformationInstruction(STEP, given(), DATASET, new Write.Append()),
          new BatchContext(batch.id(), Optional.empty(), batch.clock(), Map.of()));
      transaction.ledger().committed(notes.commit());
      transaction.ledger().loaded(notes.file());
      transaction.ledger().landed(notes.landed());
      transaction.commit();
    }
  }

  private static void expectRows(Engine engine) {
    RowPage stored =
        engine.page(new PageRequest(reading(DATASET), Map.of(), 0, ALL), new Cancellation());
    assertThat(Comparison.areSameRows(stored.rows(), ROWS.rows()))
        .as(() -> Comparison.shown(stored.rows()))
        .isTrue();
    assertThat(engine.tableSchema("kept")).contains(ROWS.schema());
    assertThat(engine.tableSchema("nothing_in_it")).contains(ROWS.schema());
    assertThat(engine.tableRows("nothing_in_it")).isZero();
  }

  @Test
  void aStepThatHasMovedGoesOnWhereItStopped() {
    var from = new LedgerStep(FLOW, STEP);
    var to = new LedgerStep(new FlowId("part"), new TaskId("moved"));
    Batch done;
    Batch open;
    try (Engine engine = open(folder)) {
      done = engine.ledger().startBatch(FLOW);
      write(engine, done, Notes.of(done));
      engine.ledger().endBatch(FLOW, done.id(), BatchStatus.SUCCESS);
      open = engine.ledger().startBatch(FLOW);
      write(engine, open, Notes.of(open));
      assertThat(engine.ledger().steps()).containsExactly(from);

      engine.ledger().handOver(from, to, Optional.of(DATASET.name()));

      expectMoved(engine, to, List.of(done, open));
      engine.ledger().endBatch(FLOW, open.id(), BatchStatus.ABANDONED);
      expectMoved(engine, to, List.of(done, open));
      assertThat(engine.ledger().startBatch(to.flow()).id()).isGreaterThan(open.id());
    }
    try (Engine engine = open(folder)) {
      if (engine.capabilities().contains(EngineCapability.PERSISTENT)) {
        assertThat(engine.ledger().steps()).containsExactly(to);
        engine.ledger().handOver(to, from, Optional.empty());
        assertThat(engine.ledger().files(FLOW, STEP)).hasSize(2);
        assertThat(engine.ledger().landings(FLOW)).isEmpty();
        assertThat(engine.ledger().batches(FLOW))
            .extracting(Batch::status)
            .containsExactly(BatchStatus.SUCCESS, BatchStatus.ABANDONED);
      }
    }
  }

  /** The batches are over for whoever takes over a step that was done in them. */
  private static void expectMoved(Engine engine, LedgerStep to, List<Batch> batches) {
    assertThat(engine.ledger().steps()).containsExactly(to);
    assertThat(engine.ledger().commits(FLOW)).isEmpty();
    assertThat(engine.ledger().landings(FLOW)).isEmpty();
    assertThat(engine.ledger().batches(to.flow()))
        .containsExactlyElementsOf(
            batches.stream()
                .map(each -> new Batch(to.flow(), each.id(), each.clock(), BatchStatus.SUCCESS))
                .toList());
    assertThat(engine.ledger().commits(to.flow()))
        .containsExactlyElementsOf(
            batches.stream().map(each -> Notes.of(each).commit().of(to)).toList());
    assertThat(engine.ledger().files(to.flow(), to.step()))
        .containsExactlyElementsOf(
            batches.stream().map(each -> Notes.of(each).file().of(to)).toList());
    assertThat(engine.ledger().landings(to.flow()))
        .containsExactlyElementsOf(
            batches.stream().map(each -> Notes.of(each).landed().of(to.flow())).toList());
  }

  @Test
  void whatWasNotCommittedIsNotThere() {
    Dataset dataset = Dataset.of(new DatasetName("given_up"), ROWS.schema());
    try (Engine engine = open(folder)) {
      try (EngineTransaction transaction = engine.begin(new Cancellation())) {
        transaction.prepare(dataset);
      }
      assertThat(engine.tableSchema("given_up")).isEmpty();
    }
    try (Engine engine = open(folder)) {
      assertThat(engine.tableSchema("given_up")).isEmpty();
    }
  }

  @Test
  @Timeout(60)
  void workThatWasStoppedBeforeItBeganHoldsNothingUp() {
    var stopped = new Cancellation();
    stopped.cancel();
    try (Engine engine = open(folder)) {
      try (EngineTransaction transaction = engine.begin(stopped)) {
        // Where it begins after all, nothing can be committed.
        assertThatThrownBy(transaction::commit).isInstanceOf(QarionException.class);
      } catch (QarionException e) {
        assertThat(e.code()).isEqualTo(Cancellation.CODE);
      }
      try (EngineTransaction free = engine.begin(new Cancellation())) {
        free.commit();
      }
    }
    open(folder).close();
  }

  private static Query given() {
    return Query.all(TransformationSource.of("given", RowSource.Rows.of(ROWS)));
  }

  private static Query reading(Dataset dataset) {
    return Query.all(
        TransformationSource.of("kept", new RowSource.Stored(dataset, BatchRange.ALL)));
  }

  /** What a step notes of its work. */
  private record Notes(StepCommit commit, LoadedFile file, LandedBatch landed) {

    static Notes of(Batch batch) {
      return new Notes(
          new StepCommit(FLOW, STEP, batch.id(), "abc", batch.clock(), 3, Optional.of(7L)),
          new LoadedFile(FLOW, STEP, batch.id(), "data/ä.csv", "f0", 12, 1_000_000, 3),
          new LandedBatch(FLOW, DATASET.name(), batch.id(), List.of("a", "b"), List.of("b")));
    }
  }
}
