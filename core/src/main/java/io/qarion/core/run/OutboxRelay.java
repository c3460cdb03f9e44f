package io.qarion.core.run;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.dataset.Schema;
import io.qarion.core.engine.EngineTransaction;
import io.qarion.core.engine.PageRequest;
import io.qarion.core.outbox.Delivery;
import io.qarion.core.outbox.MessagePublisher;
import io.qarion.core.outbox.OutboxColumns;
import io.qarion.core.outbox.OutboxMessage;
import io.qarion.core.outbox.PendingEvents;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.BatchContext;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.TransformationSource;
import io.qarion.core.transform.Write;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Offers the events that wait to their target, the oldest first and each once. An event counts as
 * sent only after the target has accepted it, so one that was accepted just before a crash is
 * offered again. Where an event fails, those after it of the same aggregate wait.
 */
final class OutboxRelay {

  private static final long BATCH_SIZE = 100;
  private static final long MAX_ATTEMPTS = 5;
  private static final int REASONS = 3;

  private final RunEnvironment environment;
  private final StepWork.Relay work;
  private final InstantSource clock;
  private final long maxAttempts;
  private final Set<List<String>> held = new HashSet<>();
  private final List<String> reasons = new ArrayList<>();
  private long sent;
  private long failed;
  private long dead;

  OutboxRelay(RunEnvironment environment, StepWork.Relay work, InstantSource clock) {
    this.environment = environment;
    this.work = work;
    this.clock = clock;
    this.maxAttempts = whole("max_attempts", MAX_ATTEMPTS);
  }

  /** Offers each event once. */
  Delivery deliver(Cancellation cancellation) {
    Dataset outbox = work.outbox();
    String type = work.publisher().text("type", "none");
    if (type.equals("none") || environment.engine().tableSchema(outbox.physicalName()).isEmpty()) {
      return Delivery.NOTHING;
    }
    long size = Math.max(1, whole("batch_size", BATCH_SIZE));
    try (MessagePublisher publisher =
            environment
                .plugins()
                .publisher(type, work.element() + ".type")
                .open(work.publisher(), environment.paths());
        var _ = cancellation.onCancel(publisher::abort)) {
      Optional<Long> after = Optional.of(0L);
      while (after.isPresent()) {
        cancellation.throwIfRequested();
        after = deliver(next(after.get(), size, cancellation), publisher, cancellation);
      }
    }
    return new Delivery(sent, failed, dead, reasons);
  }

  private RowPage next(long after, long size, Cancellation cancellation) {
    Query query = PendingEvents.next(work.outbox(), after, size);
    return environment
        .engine()
        .page(new PageRequest(query, Map.of(), 0, Math.toIntExact(size)), cancellation);
  }

  /** What was accepted is noted even if the next event breaks off. */
  private Optional<Long> deliver(
      RowPage page, MessagePublisher publisher, Cancellation cancellation) {
    var noted = new ArrayList<List<@Nullable Object>>();
    try {
      for (List<@Nullable Object> row : page.rows()) {
        if (cancellation.isRequested()) {
          break;
        }
        offer(new Event(page.schema(), row), publisher, cancellation).ifPresent(noted::add);
      }
    } finally {
      note(page.schema(), noted);
    }
    return page.rows().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Event(page.schema(), page.rows().getLast()).number(OutboxColumns.SEQUENCE));
  }

  /** The event's row as it is afterwards; empty if it has to wait for one that failed. */
  private Optional<List<@Nullable Object>> offer(
      Event event, MessagePublisher publisher, Cancellation cancellation) {
    List<String> aggregate =
        List.of(event.text(OutboxColumns.AGGREGATE_TYPE), event.text(OutboxColumns.AGGREGATE_ID));
    if (held.contains(aggregate)) {
      return Optional.empty();
    }
    long attempts = event.number(OutboxColumns.ATTEMPTS) + 1;
    try {
      publisher.publish(event.message(work.topicPrefix()));
      sent++;
      return Optional.of(event.after(OutboxColumns.SENT, attempts, null, now()));
    } catch (QarionException e) {
      cancellation.throwIfRequested();
      held.add(aggregate);
      String reason = e.problems().stream().map(Problem::message).findFirst().orElse("");
      if (reasons.size() < REASONS) {
        reasons.add("%s: %s".formatted(event.text(OutboxColumns.ID), reason));
      }
      boolean isLast = attempts >= maxAttempts;
      if (isLast) {
        dead++;
      } else {
        failed++;
      }
      return Optional.of(
          event.after(isLast ? OutboxColumns.DEAD : OutboxColumns.PENDING, attempts, reason, null));
    }
  }

  private void note(Schema schema, List<List<@Nullable Object>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    var source = TransformationSource.of("delivered", new RowSource.Rows(schema, rows));
    // Not to be broken off: what the target has accepted is accepted.
    try (EngineTransaction transaction = environment.engine().begin(new Cancellation())) {
      transaction.execute(
          new TransformationInstruction(
              new TaskId("relay"),
              Query.all(source),
              work.outbox(),
              Write.Merge.updating(List.of(OutboxColumns.ID))),
          new BatchContext(0, Optional.empty(), now(), Map.of()));
      transaction.commit();
    }
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
  }

  private long whole(String key, long otherwise) {
    return work.publisher().number(key).map(Number::longValue).orElse(otherwise);
  }

  private record Event(Schema schema, List<@Nullable Object> row) {

    OutboxMessage message(String topicPrefix) {
      return new OutboxMessage(
          text(OutboxColumns.ID),
          topicPrefix + text(OutboxColumns.AGGREGATE_TYPE),
          text(OutboxColumns.AGGREGATE_ID),
          text(OutboxColumns.TYPE),
          text(OutboxColumns.PAYLOAD));
    }

    String text(String column) {
      Object value = row.get(schema.names().indexOf(column));
      return value == null ? "" : value.toString();
    }

    long number(String column) {
      return row.get(schema.names().indexOf(column)) instanceof Long number ? number : 0;
    }

    List<@Nullable Object> after(
        String status, long attempts, @Nullable String error, @Nullable LocalDateTime at) {
      var changed = new ArrayList<@Nullable Object>(row);
      set(changed, OutboxColumns.STATUS, status);
      set(changed, OutboxColumns.ATTEMPTS, attempts);
      set(changed, OutboxColumns.LAST_ERROR, error);
      set(changed, OutboxColumns.SENT_AT, at);
      return changed;
    }

    private void set(List<@Nullable Object> changed, String column, @Nullable Object value) {
      changed.set(schema.names().indexOf(column), value);
    }
  }
}
