package io.qarion.core.transform;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The batch that an instruction runs for.
 *
 * @param previous the flow's last successful batch before this one
 * @param clock the batch's moment in UTC
 * @param parameters values of {@code :name}
 */
public record BatchContext(
    long batchId, Optional<Long> previous, LocalDateTime clock, Map<String, Object> parameters) {

  /** Parameters that every batch has. */
  public static final String BATCH_ID = "batch_id";

  public static final String BATCH_CLOCK = "batch_clock";

  public BatchContext {
    parameters = Map.copyOf(parameters);
  }

  /** All values of {@code :name}: the variables, the batch's id and its clock. */
  public Map<String, Object> values() {
    var values = new LinkedHashMap<String, Object>(parameters);
    values.putIfAbsent(BATCH_ID, batchId);
    values.putIfAbsent(BATCH_CLOCK, clock);
    return values;
  }
}
