package io.qarion.plugins.duckdb.trace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a name can mean in one SELECT.
 *
 * @param relations of its FROM, in order
 * @param shared lower-case names of columns that a join has made one of two
 * @param hidden lower-case names of relations that only decide which rows there are
 * @param outer the SELECT around it
 */
record Scope(
    List<Relation> relations, Set<String> shared, Set<String> hidden, Optional<Scope> outer) {

  static final Scope NOTHING = new Scope(List.of(), Set.of(), Set.of(), Optional.empty());

  Scope {
    relations = List.copyOf(relations);
    shared = Set.copyOf(shared);
    hidden = Set.copyOf(hidden);
  }

  static Scope inside(Optional<Scope> outer) {
    return new Scope(List.of(), Set.of(), Set.of(), outer);
  }

  Scope with(Relation relation) {
    var more = new ArrayList<>(relations);
    more.add(relation);
    return new Scope(more, shared, hidden, outer);
  }

  Scope joined(Scope other, Set<String> names, boolean isHidden) {
    var all = new ArrayList<>(relations);
    all.addAll(other.relations);
    var both = new HashSet<>(shared);
    both.addAll(other.shared);
    names.forEach(name -> both.add(lower(name)));
    var aside = new HashSet<>(hidden);
    aside.addAll(other.hidden);
    if (isHidden) {
      other.relations.forEach(relation -> aside.add(lower(relation.name())));
    }
    return new Scope(all, both, aside, outer);
  }

  /** A column by its name, as DuckDB finds it: from the inside out. */
  Optional<Made> find(List<String> path) {
    return here(path).or(() -> outer.flatMap(scope -> scope.find(path)));
  }

  private Optional<Made> here(List<String> path) {
    for (int i = path.size() - 2; i >= 0; i--) {
      String relation = path.get(i);
      String column = path.get(i + 1);
      Optional<Made> found =
          relations.stream()
              .filter(each -> each.isCalled(relation))
              .findFirst()
              .flatMap(each -> each.find(column));
      if (found.isPresent()) {
        return found;
      }
    }
    return bare(path.getFirst());
  }

  private Optional<Made> bare(String column) {
    List<Made> known =
        relations.stream()
            .flatMap(each -> each.columns().stream())
            .filter(each -> each.isCalled(column))
            .toList();
    if (known.isEmpty()) {
      return relations.stream()
          .filter(each -> each.rest().isPresent())
          .findFirst()
          .flatMap(each -> each.find(column));
    }
    return Optional.of(
        shared.contains(lower(column))
            ? known.stream().reduce((a, b) -> a.with(b.origins())).orElseThrow()
            : known.getFirst());
  }

  /**
   * The columns that a star stands for.
   *
   * @param relation only those of this one; empty for all
   */
  List<Made> star(String relation) {
    var columns = new ArrayList<Made>();
    var seen = new HashSet<String>();
    for (Relation each : relations) {
      boolean isAsked =
          relation.isEmpty() ? !hidden.contains(lower(each.name())) : each.isCalled(relation);
      if (isAsked) {
        for (Made column : each.columns()) {
          boolean isShared = relation.isEmpty() && shared.contains(lower(column.name()));
          if (!isShared) {
            columns.add(column);
          } else if (seen.add(lower(column.name()))) {
            columns.add(bare(column.name()).orElse(column));
          }
        }
      }
    }
    return columns;
  }

  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
