package io.qarion.core.file;

import io.qarion.core.dataset.Schema;
import java.util.List;
import java.util.Map;

/**
 * What a sample of a file looks like.
 *
 * @param options the reader's options as they would be used, detected or stated
 * @param detected all columns of the file with the types their values have
 * @param decisions how each thing was decided, a sentence each
 */
public record SniffReport(
    String format, Map<String, Object> options, Schema detected, List<String> decisions) {

  public SniffReport {
    options = Map.copyOf(options);
    decisions = List.copyOf(decisions);
  }
}
