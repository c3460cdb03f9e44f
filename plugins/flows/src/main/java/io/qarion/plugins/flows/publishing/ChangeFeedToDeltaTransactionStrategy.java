package io.qarion.plugins.flows.publishing;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.expression.Formula;
import io.qarion.core.flow.Flow;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.TaskId;
import io.qarion.core.transform.AtomicGroup;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.CompareSnapshots;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.SelectColumns;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.TransformationSource;
import io.qarion.core.transform.Write;
import io.qarion.core.transform.Write.MergeAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns a batch of changes into transactions, and brings what is published up to date. Both happen
 * together, so the sums of all transactions are always what is published.
 */
final class ChangeFeedToDeltaTransactionStrategy {

  private static final String IS_DELETED =
      "source." + CompareSnapshots.RECORD_TYPE + " = 'deleted'";

  private final Flow flow;
  private final PublishingSettings settings;
  private final List<String> keys;
  private final Dataset feed;

  ChangeFeedToDeltaTransactionStrategy(
      Flow flow, PublishingSettings settings, List<String> keys, Dataset feed) {
    this.flow = flow;
    this.settings = settings;
    this.keys = keys;
    this.feed = feed;
  }

  /** What was taken back and booked, batch by batch. */
  Dataset transactions() {
    var columns = new ArrayList<Column>();
    flow.input().schema().columns().forEach(column -> columns.add(column.optional()));
    columns.addAll(TransactionColumns.ALL);
    return new Dataset(
        new DatasetName(flow.id() + "_delta_transaction"),
        flow.namespace(),
        "What each change takes back and books",
        new Schema(columns),
        List.of());
  }

  /** Each record as it was delivered last. */
  Dataset published() {
    var columns = new ArrayList<Column>();
    flow.input()
        .schema()
        .columns()
        .forEach(column ->
            columns.add(
                keys.contains(column.name())
                    ? new Column(column.name(), column.type(), true)
                    : column.optional()));
    columns.add(new Column(TechnicalColumns.BATCH_ID, PlainType.INTEGER, true));
    return new Dataset(
        new DatasetName(flow.id() + "_published"),
        flow.namespace(),
        "Each record as it is now, with the batch that changed it last",
        new Schema(columns),
        keys);
  }

  AtomicGroup instructions(TaskId step) {
    var rules = new TransactionRules(flow, keys, settings);
    return AtomicGroup.of(
        new TransformationInstruction(
            step,
            Query.of(List.of(changes(), before(), TransactionRules.parts()), rules.rules()),
            transactions(),
            new Write.Append()),
        new TransformationInstruction(
            step,
            Query.of(
                List.of(changes()),
                List.of(
                    new FilterRows(
                        Formula.parse(CompareSnapshots.RECORD_TYPE + " <> 'unchanged'")))),
            published(),
            merge()));
  }

  private Write.Merge merge() {
    return new Write.Merge(
        keys,
        List.of(
            new MergeAction(
                MergeAction.Kind.DELETE_MATCHED, Optional.of(Formula.parse(IS_DELETED))),
            new MergeAction(MergeAction.Kind.UPDATE_MATCHED, Optional.empty()),
            new MergeAction(
                MergeAction.Kind.INSERT_UNMATCHED,
                Optional.of(Formula.parse("not (" + IS_DELETED + ")")))));
  }

  private TransformationSource changes() {
    var columns = new ArrayList<>(flow.input().schema().columns());
    feed.schema().find(CompareSnapshots.RECORD_TYPE).ifPresent(columns::add);
    return new TransformationSource(
        "changes", new RowSource.Stored(feed, BatchRange.CURRENT), new Schema(columns));
  }

  /** What is published before this batch, its columns but the key under other names. */
  private TransformationSource before() {
    var choices = new ArrayList<SelectColumns.Choice>();
    var columns = new ArrayList<Column>();
    for (Column column : flow.input().schema().columns()) {
      boolean isKey = keys.contains(column.name());
      String name = isKey ? column.name() : TransactionRules.earlier(column.name());
      choices.add(
          new SelectColumns.Choice(column.name(), isKey ? Optional.empty() : Optional.of(name)));
      columns.add(column.withName(name));
    }
    Query query =
        Query.of(
            List.of(
                TransformationSource.of(
                    "stored", new RowSource.Stored(published(), BatchRange.ALL))),
            List.of(new SelectColumns.Keep(choices)));
    return TransformationSource.of(
        TransactionRules.PUBLISHED, new RowSource.Computed(query, new Schema(columns)));
  }
}
