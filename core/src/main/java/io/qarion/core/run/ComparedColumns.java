package io.qarion.core.run;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.engine.LandedBatch;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.CompareSnapshots;
import io.qarion.core.transform.FlagDifferences;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.QueryBody;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.TransformationSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps columns out of a comparison with batches that came without them: a column that has been
 * added makes no record a changed one.
 */
final class ComparedColumns {

  private final List<LandedBatch> landed;

  /**
   * @param landed the shapes of the flow's batches, oldest first
   */
  ComparedColumns(List<LandedBatch> landed) {
    this.landed = landed;
  }

  /** The instruction with what its comparison has to leave out. */
  TransformationInstruction adapted(TransformationInstruction instruction) {
    if (!(instruction.query().body() instanceof QueryBody.Rules(List<TransformationRule> rules))) {
      return instruction;
    }
    var sources = new ArrayList<>(instruction.query().sources());
    var adapted = new ArrayList<TransformationRule>();
    for (TransformationRule rule : rules) {
      adapted.add(
          switch (rule) {
            case CompareSnapshots compare -> adapted(compare, sources);
            case FlagDifferences flag ->
                flag.withLacking(lacking(flag.pairs().keySet(), batches(sources.getFirst())));
            default -> rule;
          });
    }
    return new TransformationInstruction(
        instruction.step(), Query.of(sources, adapted), instruction.target(), instruction.write());
  }

  private CompareSnapshots adapted(CompareSnapshots compare, List<TransformationSource> sources) {
    Map<String, List<BatchRange.Between>> lacking =
        lacking(compare.detection(), batches(sources.getFirst()));
    if (lacking.isEmpty()) {
      return compare;
    }
    sources.replaceAll(
        source -> source.alias().equals(compare.previous()) ? withBatch(source) : source);
    return compare.withLacking(lacking);
  }

  /** The batches of the landing that is compared. */
  private List<LandedBatch> batches(TransformationSource compared) {
    return compared.rows() instanceof RowSource.Stored stored
        ? landed.stream().filter(batch -> batch.landing().equals(stored.dataset().name())).toList()
        : List.of();
  }

  private static Map<String, List<BatchRange.Between>> lacking(
      Collection<String> columns, List<LandedBatch> batches) {
    Map<String, List<BatchRange.Between>> lacking = new LinkedHashMap<>();
    for (String column : columns) {
      List<BatchRange.Between> ranges = lacking(column, batches);
      if (!ranges.isEmpty()) {
        lacking.put(column, ranges);
      }
    }
    return lacking;
  }

  /** Neighbouring batches without a column as one range. */
  private static List<BatchRange.Between> lacking(String column, List<LandedBatch> batches) {
    var ranges = new ArrayList<BatchRange.Between>();
    boolean open = false;
    long before = 0;
    for (LandedBatch batch : batches) {
      boolean lacks = !batch.columns().contains(column);
      if (lacks) {
        long after = open ? ranges.removeLast().after() : before;
        ranges.add(new BatchRange.Between(after, batch.batchId()));
      }
      open = lacks;
      before = batch.batchId();
    }
    return ranges;
  }

  private static TransformationSource withBatch(TransformationSource source) {
    var columns = new ArrayList<>(source.schema().columns());
    if (!source.schema().has(TechnicalColumns.BATCH_ID)) {
      columns.add(Column.of(TechnicalColumns.BATCH_ID, PlainType.INTEGER));
    }
    return new TransformationSource(source.alias(), source.rows(), new Schema(columns));
  }
}
