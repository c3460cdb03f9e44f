package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.DataType;
import io.qarion.core.transform.JoinRows;
import io.qarion.core.transform.TracedSchema;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Brings in another source beside the rows of the input, or chooses rows by it. */
final class JoinOperation {

  private final Steps steps;
  private final Relation input;
  private final Relation other;
  private final JoinRows rule;
  private final JoinMatches matches;

  private JoinOperation(Steps steps, Relation input, JoinRows rule) {
    this.steps = steps;
    this.input = input;
    this.other = steps.source(rule.with());
    this.rule = rule;
    this.matches = JoinMatches.of(steps, input, other, rule);
  }

  static Relation of(Steps steps, Relation input, JoinRows rule) {
    var join = new JoinOperation(steps, input, rule);
    return rule.how().addsColumns() ? join.pairs(steps.output(rule, input)) : join.half();
  }

  private Relation half() {
    boolean wanted = rule.how() == JoinRows.How.SEMI;
    var rows = new RowNumbers();
    steps.each(
        input.size(),
        row -> {
          if (matches.has(row) == wanted) {
            rows.add(row);
          }
        });
    return new Relation(
        input.traced(), rows.size(), Picking.of(input.columns(), rows.toArray()), false);
  }

  private Relation pairs(TracedSchema output) {
    boolean keepsLeft = rule.how() == JoinRows.How.LEFT || rule.how() == JoinRows.How.FULL;
    boolean keepsRight = rule.how() == JoinRows.How.RIGHT || rule.how() == JoinRows.How.FULL;
    RowRoom room = steps.room(output.schema());
    var left = new RowNumbers();
    var right = new RowNumbers();
    var matched = new BitSet();
    steps.each(
        input.size(),
        row -> {
          matches.add(row, right);
          room.check(right.size());
          if (right.size() == left.size() && keepsLeft) {
            right.add(RowNumbers.NONE);
          }
          while (left.size() < right.size()) {
            int found = right.get(left.size());
            if (keepsRight && found != RowNumbers.NONE) {
              matched.set(found);
            }
            left.add(row);
          }
        });
    if (keepsRight) {
      steps.each(
          other.size(),
          row -> {
            if (!matched.get(row)) {
              left.add(RowNumbers.NONE);
              right.add(row);
            }
          });
    }
    return joined(output, left.toArray(), right.toArray(), keepsRight);
  }

  private Relation joined(TracedSchema output, int[] left, int[] right, boolean keepsRight) {
    var columns = new ArrayList<>(Picking.of(input.columns(), left));
    if (keepsRight) {
      for (String name : input.names()) {
        if (rule.isSharedKey(name)) {
          columns.set(input.place(name), ofEither(name, left, right));
        }
      }
    }
    List<Cells> added =
        rule.otherColumns(input.names(), other.names()).stream()
            .map(column -> other.column(column.name()))
            .toList();
    columns.addAll(Picking.of(added, right));
    return new Relation(output, left.length, columns, false);
  }

  /** A key that both have: where there is no row of the input, that of the other. */
  private Cells ofEither(String name, int[] left, int[] right) {
    Cells ofInput = input.column(name);
    DataType type = ofInput.type();
    Cells ofOther = Conversion.of(other.column(name), other.size(), type);
    CellsBuilder builder = CellsBuilder.of(type, left.length);
    for (int i = 0; i < left.length; i++) {
      if (left[i] == RowNumbers.NONE) {
        builder.copy(ofOther, right[i]);
      } else {
        builder.copy(ofInput, left[i]);
      }
    }
    return builder.build();
  }
}
