package io.qarion.core.lineage;

import io.qarion.core.dag.DagNode;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.plugin.StepWork;
import java.util.List;

/** What the steps of one flow make of columns. */
public record FlowLineage(List<Derivation> derivations, List<ColumnUse> uses, List<FileEnd> files) {

  public FlowLineage {
    derivations = List.copyOf(derivations);
    uses = List.copyOf(uses);
    files = List.copyOf(files);
  }

  /** Reads what a flow says; a step that is wrong says nothing. */
  public static FlowLineage of(CompiledFlow flow, StatementTracer statements) {
    var found = new StepReader(flow.flow(), statements);
    for (DagNode node : flow.dag().steps()) {
      flow.work(node.id()).ifPresent((StepWork work) -> found.read(node, work));
    }
    return found.lineage();
  }
}
