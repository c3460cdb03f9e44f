package io.qarion.core.progress;

import java.util.List;

/**
 * What the engine says that a step's statements cost.
 *
 * @param statements the topmost operator of each statement that worked on rows, in order
 * @param peakMemory bytes that the engine held at most meanwhile; negative if unknown
 * @param spilled bytes that lay in the spill folder at most; negative if unknown
 */
public record StepProfile(List<OperatorProfile> statements, long peakMemory, long spilled) {

  public static final StepProfile NONE = new StepProfile(List.of(), -1, -1);

  public StepProfile {
    statements = List.copyOf(statements);
  }
}
