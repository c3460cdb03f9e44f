package io.qarion.core.transform;

import java.util.List;

/** Instructions that take effect together or not at all, in this order. */
public record AtomicGroup(List<TransformationInstruction> instructions) {

  public AtomicGroup {
    instructions = List.copyOf(instructions);
    if (instructions.isEmpty()) {
      throw new IllegalArgumentException("a group needs an instruction");
    }
  }

  public static AtomicGroup of(TransformationInstruction... instructions) {
    return new AtomicGroup(List.of(instructions));
  }
}
