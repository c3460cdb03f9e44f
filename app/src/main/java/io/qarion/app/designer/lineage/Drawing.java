package io.qarion.app.designer.lineage;

import io.qarion.core.lineage.ColumnId;
import io.qarion.core.lineage.ColumnTrace;
import io.qarion.core.lineage.Derivation;
import io.qarion.core.lineage.FileEnd;
import io.qarion.core.lineage.Lineage;
import io.qarion.core.problem.DatasetName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What is to be drawn: boxes, and what goes from one to another. */
record Drawing(List<Box> boxes, Set<Link> links) {

  static final Drawing EMPTY = new Drawing(List.of(), Set.of());

  Drawing {
    boxes = List.copyOf(boxes);
    links = Set.copyOf(links);
  }

  /** The way of one column, with nothing else. */
  static Drawing of(ColumnTrace trace, Lineage lineage) {
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    add(columns, trace.column());
    var links = new LinkedHashSet<Link>();
    Set<ColumnId> before = passed(trace.before(), trace.column());
    for (Derivation made :
        Stream.concat(trace.before().stream(), trace.after().stream()).toList()) {
      for (ColumnId from : made.from()) {
        boolean isOnWay = before.contains(made.column()) || trace.columns().contains(from);
        if (isOnWay && trace.columns().contains(from)) {
          add(columns, from);
          add(columns, made.column());
          links.add(
              new Link(
                  from.dataset().value(),
                  from.column(),
                  made.column().dataset().value(),
                  made.column().column(),
                  made.isCertain()));
        }
      }
    }
    var boxes = new ArrayList<Box>();
    columns.forEach((name, its) ->
        boxes.add(new Box(name, false, List.copyOf(its), columnCount(lineage, name))));
    for (FileEnd file : trace.files()) {
      boxes.add(new Box(file.path(), true, List.of(), file.columns().size()));
      for (ColumnId column : file.columns()) {
        if (columns.getOrDefault(column.dataset().value(), Set.of()).contains(column.column())) {
          links.add(link(file, column));
        }
      }
    }
    return new Drawing(boxes.stream().distinct().toList(), links);
  }

  private static Set<ColumnId> passed(List<Derivation> derivations, ColumnId column) {
    var passed = new HashSet<ColumnId>();
    passed.add(column);
    derivations.forEach(each -> passed.addAll(each.from()));
    return passed;
  }

  private static Link link(FileEnd file, ColumnId column) {
    return file.isWritten()
        ? new Link(column.dataset().value(), column.column(), file.path(), "", true)
        : new Link(file.path(), "", column.dataset().value(), column.column(), true);
  }

  private static void add(Map<String, Set<String>> columns, ColumnId column) {
    columns
        .computeIfAbsent(column.dataset().value(), _ -> new LinkedHashSet<>())
        .add(column.column());
  }

  private static int columnCount(Lineage lineage, String dataset) {
    return lineage.datasets().getOrDefault(new DatasetName(dataset), List.of()).size();
  }

  /** All datasets, without their columns. */
  static Drawing of(Lineage lineage) {
    var boxes = new ArrayList<Box>();
    lineage
        .datasets()
        .forEach(
            (name, columns) -> boxes.add(new Box(name.value(), false, List.of(), columns.size())));
    var links = new LinkedHashSet<Link>();
    for (Derivation made : lineage.derivations()) {
      for (ColumnId from : made.from()) {
        if (!from.dataset().equals(made.column().dataset())) {
          links.add(
              new Link(from.dataset().value(), "", made.column().dataset().value(), "", true));
        }
      }
    }
    return new Drawing(boxes, links);
  }
}
