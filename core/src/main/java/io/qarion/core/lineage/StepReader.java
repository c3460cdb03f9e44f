package io.qarion.core.lineage;

import io.qarion.core.dag.DagNode;
import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.flow.Flow;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.quality.PlannedCheck;
import io.qarion.core.quality.QualitySuite;
import io.qarion.core.transform.AtomicGroup;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.Write;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the works of a flow's steps, one after the other. */
final class StepReader {

  private final Flow flow;
  private final StatementTracer statements;
  private final List<Derivation> derivations = new ArrayList<>();
  private final Set<ColumnUse> uses = new LinkedHashSet<>();
  private final List<FileEnd> files = new ArrayList<>();

  StepReader(Flow flow, StatementTracer statements) {
    this.flow = flow;
    this.statements = statements;
  }

  FlowLineage lineage() {
    return new FlowLineage(derivations, List.copyOf(uses), files);
  }

  void read(DagNode node, StepWork work) {
    var step = new StepId(flow.id(), node.id());
    switch (work) {
      case StepWork.Load load -> {
        files.add(new FileEnd(step, load.settings().sourcePath(), columns(load.landing()), false));
        for (ColumnId column : columns(load.landing())) {
          derivations.add(new Derivation(step, column, Set.of(), true));
        }
        load.then().ifPresent(group -> group(step, group, node.element()));
      }
      case StepWork.Transform(AtomicGroup group, _) -> group(step, group, node.element());
      case StepWork.Check(QualitySuite suite, _) -> suite(step, suite);
      case StepWork.Export export -> {
        QueryReader query = query(step, export.query(), export.element());
        files.add(new FileEnd(step, export.path(), query.allOrigins(), true));
      }
      case StepWork.Relay _, StepWork.Call _ -> {}
    }
  }

  private void group(StepId step, AtomicGroup group, String element) {
    for (TransformationInstruction instruction : group.instructions()) {
      QueryReader query = query(step, instruction.query(), element);
      for (Column column : instruction.target().schema().columns()) {
        query
            .origins(column.name())
            .ifPresent(origins ->
                derivations.add(
                    new Derivation(
                        step,
                        new ColumnId(instruction.target().name(), column.name()),
                        origins,
                        query.isCertain())));
      }
      write(step, instruction, query, element);
    }
  }

  /** The keys of a write are called by name too. */
  private void write(
      StepId step, TransformationInstruction instruction, QueryReader query, String element) {
    List<String> keys =
        switch (instruction.write()) {
          case Write.ReplaceKeys(List<String> columns) -> columns;
          case Write.ReplaceGroups(List<String> columns, _) -> columns;
          case Write.Merge(List<String> columns, _) -> columns;
          case Write.Append _, Write.Replace _ -> List.of();
        };
    for (String key : keys) {
      query.origins(key).ifPresent(origins -> use(step, origins, element));
    }
  }

  private void suite(StepId step, QualitySuite suite) {
    for (PlannedCheck check : suite.checks()) {
      switch (check.question()) {
        case PlannedCheck.Failing(Query rows) -> asked(step, rows, check);
        case PlannedCheck.Measured(Query row) -> asked(step, row, check);
        case PlannedCheck.Columns(var source) ->
            use(step, query(step, Query.all(source), "").allOrigins(), check.check().path());
      }
    }
  }

  /** What a check asks was made for it: its place is the check's. */
  private void asked(StepId step, Query query, PlannedCheck check) {
    var reader = new QueryReader(query, statements);
    for (Set<ColumnId> columns : reader.reads("").values()) {
      use(step, columns, check.check().path());
    }
  }

  private QueryReader query(StepId step, Query query, String element) {
    var reader = new QueryReader(query, statements);
    boolean isWritten =
        flow.tasks().stream()
            .anyMatch(task ->
                task.id().equals(step.step()) && task.rules().size() == reader.operations());
    reader
        .reads(element)
        .forEach((place, columns) -> use(step, columns, isWritten ? place : element));
    return reader;
  }

  private void use(StepId step, Set<ColumnId> columns, String element) {
    columns.forEach(column -> uses.add(new ColumnUse(step, column, element)));
  }

  private static Set<ColumnId> columns(Dataset dataset) {
    var columns = new HashSet<ColumnId>();
    dataset.schema().names().forEach(name -> columns.add(new ColumnId(dataset.name(), name)));
    return columns;
  }
}
