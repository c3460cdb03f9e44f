package io.qarion.core.check;

import java.util.List;

/** The checks that every flow undergoes, whatever its type. */
public final class FlowChecks {

  private static final List<FlowCheck> ALL =
      List.of(new KnownFlowPropertiesCheck(), new KnownTaskPropertiesCheck());

  private FlowChecks() {}

  public static List<FlowCheck> all() {
    return ALL;
  }
}
