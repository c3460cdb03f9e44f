package io.qarion.core.edit.rename;

import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.toml.TomlDocument;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a new name or type does to a project, before it is done.
 *
 * @param changes in the order of the files; what is only to be known comes last
 * @param documents the new texts of those files that change
 */
public record ProjectChange(List<Change> changes, List<TomlDocument> documents) {

  public ProjectChange {
    changes = List.copyOf(changes);
    documents = List.copyOf(documents);
  }

  /** This with what another change, made after it, does to its texts. */
  public ProjectChange then(ProjectChange next) {
    var texts = new LinkedHashMap<String, TomlDocument>();
    documents.forEach(text -> texts.put(text.fileName(), text));
    next.documents.forEach(text -> texts.put(text.fileName(), text));
    return new ProjectChange(
        Stream.of(this, next)
            .flatMap(each -> each.changes.stream())
            .sorted(Comparator.comparing(change -> !change.isEdit()))
            .toList(),
        List.copyOf(texts.values()));
  }

  /** Places whose text changes. */
  public long edits() {
    return changes.stream().filter(Change::isEdit).count();
  }

  static QarionException refused(String file, String place, String message, String fix) {
    return new QarionException(
        Problem.error("rename.refused", Place.of(place).withFile(file), message, fix));
  }

  static QarionException taken(String what, String name) {
    return refused(
        "", "", "There is %s '%s' already.".formatted(what, name), "Choose another name.");
  }

  /**
   * Checks what was typed.
   *
   * @throws QarionException if it is empty or the old name
   */
  static void checkName(String from, String to) {
    if (to.isBlank() || !to.equals(to.strip())) {
      throw refused("", "", "That is no name.", "Type a name without spaces around it.");
    }
    if (to.equals(from)) {
      throw refused("", "", "'%s' is its name now.".formatted(from), "Type another name.");
    }
  }
}
