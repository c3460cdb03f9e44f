package io.qarion.core.edit;

import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.TaskId;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlTableNode;
import io.qarion.core.toml.TomlValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The groups of a flow's steps, as its file keeps them: {@code [[designer.groups]]}. A step is in
 * one group at most; a group without steps is none.
 */
public final class StepGroups {

  private static final TomlPath GROUPS = TomlPath.of("designer", "groups");
  private static final String ID = "id";
  private static final String NAME = "name";
  private static final String STEPS = "steps";
  private static final String COLLAPSED = "collapsed";

  private StepGroups() {}

  /** A text with a new group in it. */
  public record Made(TomlDocument document, String id) {}

  /** All groups that have an id, in the order of the file. */
  public static List<StepGroup> read(TomlDocument document) {
    return tables(document).stream()
        .filter(table -> !id(table).isBlank())
        .map(table ->
            new StepGroup(
                id(table),
                table.string(NAME).filter(name -> !name.isBlank()).orElse(id(table)),
                steps(table),
                table.flag(COLLAPSED).orElse(false)))
        .toList();
  }

  /**
   * Makes a group of steps, which leave the groups that they were in.
   *
   * @throws QarionException if there are no steps
   */
  public static Made make(TomlDocument document, String name, Collection<TaskId> steps) {
    if (steps.isEmpty()) {
      throw refused("A group needs steps.", "Choose some first.");
    }
    TomlDocument left = document;
    for (TaskId step : steps) {
      left = without(left, step);
    }
    Set<String> taken =
        tables(left).stream().map(StepGroups::id).collect(Collectors.toUnmodifiableSet());
    String id = StepEdits.free("group", taken);
    var entries = new LinkedHashMap<String, TomlValue>();
    entries.put(ID, TomlValue.of(id));
    entries.put(NAME, TomlValue.of(name.strip()));
    entries.put(STEPS, names(List.copyOf(new LinkedHashSet<>(steps))));
    return new Made(left.insert(GROUPS, tables(left).size(), new TomlValue.Table(entries)), id);
  }

  /** Takes a group away; its steps stay. */
  public static TomlDocument dissolve(TomlDocument document, String id) {
    return document.remove(path(document, id));
  }

  /** Gives a group another name; an empty one shows its id again. */
  public static TomlDocument rename(TomlDocument document, String id, String name) {
    TomlPath path = path(document, id).key(NAME);
    return name.isBlank()
        ? SourceEdits.removed(document, path)
        : document.set(path, TomlValue.of(name.strip()));
  }

  /** Shows the steps of a group as one, or each for itself again. */
  public static TomlDocument collapse(TomlDocument document, String id, boolean collapsed) {
    TomlPath path = path(document, id).key(COLLAPSED);
    return collapsed ? document.set(path, TomlValue.of(true)) : SourceEdits.removed(document, path);
  }

  /** Puts a step into the group that all of some others are in, if there is one beside its own. */
  public static TomlDocument join(TomlDocument document, TaskId step, Collection<TaskId> beside) {
    for (StepGroup group : read(document)) {
      List<TaskId> steps = group.steps();
      if (!beside.isEmpty() && steps.containsAll(beside) && !steps.contains(step)) {
        var more = new ArrayList<>(steps);
        more.add(step);
        TomlDocument left = without(document, step);
        return left.set(path(left, group.id()).key(STEPS), names(more));
      }
    }
    return document;
  }

  /** Takes a step out of its group, which goes with its last. */
  static TomlDocument without(TomlDocument document, TaskId step) {
    TomlDocument changed = document;
    List<TomlTableNode> groups = tables(document);
    for (int i = groups.size() - 1; i >= 0; i--) {
      var left = new ArrayList<>(steps(groups.get(i)));
      if (left.removeIf(step::equals)) {
        TomlPath group = GROUPS.index(i);
        changed =
            left.isEmpty() ? changed.remove(group) : changed.set(group.key(STEPS), names(left));
      }
    }
    return changed;
  }

  /** Writes another id where a group has that of a step. */
  static TomlDocument renamed(TomlDocument document, TaskId from, TaskId to) {
    TomlDocument changed = document;
    List<TomlTableNode> groups = tables(document);
    for (int i = 0; i < groups.size(); i++) {
      var members = new ArrayList<>(steps(groups.get(i)));
      if (members.contains(from)) {
        members.replaceAll(step -> step.equals(from) ? to : step);
        changed = changed.set(GROUPS.index(i).key(STEPS), names(members));
      }
    }
    return changed;
  }

  private static TomlPath path(TomlDocument document, String id) {
    List<TomlTableNode> groups = tables(document);
    for (int i = 0; i < groups.size(); i++) {
      if (id(groups.get(i)).equals(id)) {
        return GROUPS.index(i);
      }
    }
    throw refused("The flow has no group '%s'.".formatted(id), "Undo brings back what is gone.");
  }

  private static List<TomlTableNode> tables(TomlDocument document) {
    return document
        .root()
        .table("designer")
        .map(designer -> designer.tables("groups"))
        .orElse(List.of());
  }

  private static String id(TomlTableNode group) {
    return group.string(ID).orElse("");
  }

  private static List<TaskId> steps(TomlTableNode group) {
    return group.strings(STEPS).stream()
        .filter(id -> !id.isBlank())
        .distinct()
        .map(TaskId::new)
        .toList();
  }

  private static TomlValue names(List<TaskId> steps) {
    return TomlValue.ofStrings(steps.stream().map(TaskId::value).toList());
  }

  private static QarionException refused(String message, String fix) {
    return new QarionException(Problem.error("edit.group", Place.UNKNOWN, message, fix));
  }
}
