package io.qarion.core.file;

import io.qarion.core.dataset.Schema;
import java.util.List;
import java.util.Map;

/**
 * What a sample of a file looks like.
 *
 * @param options by their names in a flow, with the values that hold, detected or stated
 * @param detected all columns of the file with the types their values have
 * @param decisions how each thing was decided, a sentence each
 * @param choices values that an option can have in this file, such as the sheets of a workbook
 */
public record SniffReport(
    String format,
    Map<String, Object> options,
    Schema detected,
    List<String> decisions,
    Map<String, List<String>> choices) {

  public SniffReport {
    options = Map.copyOf(options);
    decisions = List.copyOf(decisions);
    choices = Map.copyOf(choices);
  }

  /** What a file looks like whose options can have any value. */
  public SniffReport(
      String format, Map<String, Object> options, Schema detected, List<String> decisions) {
    this(format, options, detected, decisions, Map.of());
  }
}
