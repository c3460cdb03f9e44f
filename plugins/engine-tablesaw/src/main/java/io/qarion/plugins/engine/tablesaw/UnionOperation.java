package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Schema;
import io.qarion.core.transform.TracedSchema;
import io.qarion.core.transform.UnionRows;
import java.util.ArrayList;

/** Puts the rows of several sources one behind the other. */
final class UnionOperation {

  private UnionOperation() {}

  static Relation of(Steps steps, Relation input, UnionRows rule) {
    TracedSchema output = steps.output(rule, input);
    Schema schema = output.schema();
    var sources = new ArrayList<Relation>();
    sources.add(input);
    rule.with().forEach(alias -> sources.add(steps.source(alias)));
    long size = sources.stream().mapToLong(Relation::size).sum();
    steps.room(schema).check(size);
    var columns = new ArrayList<Cells>();
    for (int i = 0; i < schema.size(); i++) {
      Column wanted = schema.columns().get(i);
      CellsBuilder builder = CellsBuilder.of(wanted.type(), Math.toIntExact(size));
      for (Relation source : sources) {
        int place = rule.byName() ? source.names().indexOf(wanted.name()) : i;
        Cells cells =
            place < 0
                ? RepeatedCells.nulls(wanted.type())
                : Conversion.of(source.columns().get(place), source.size(), wanted.type());
        builder.copyAll(cells, source.size());
      }
      columns.add(builder.build());
    }
    var all = new Relation(output, (int) size, columns, false);
    return rule.distinct() ? distinct(all) : all;
  }

  private static Relation distinct(Relation all) {
    return all.picked(new Groups(new Keys(all.columns()), all.size()).firsts());
  }
}
