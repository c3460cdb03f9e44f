package io.qarion.core.transform;

import java.util.List;

/**
 * Instructions that take effect together or not at all, in this order.
 *
 * @param expectations of the rows that the instructions read, looked at before the first one
 */
public record AtomicGroup(
    List<TransformationInstruction> instructions, List<RowExpectation> expectations) {

  public AtomicGroup {
    instructions = List.copyOf(instructions);
    expectations = List.copyOf(expectations);
    if (instructions.isEmpty()) {
      throw new IllegalArgumentException("a group needs an instruction");
    }
  }

  /** Instructions that expect nothing of their rows. */
  public AtomicGroup(List<TransformationInstruction> instructions) {
    this(instructions, List.of());
  }

  public static AtomicGroup of(TransformationInstruction... instructions) {
    return new AtomicGroup(List.of(instructions));
  }
}
