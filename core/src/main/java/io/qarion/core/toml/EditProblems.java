package io.qarion.core.toml;

import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;

/** Why an edit can't be done. */
final class EditProblems {

  private EditProblems() {}

  static QarionException missing(TomlDocument document, TomlPath path) {
    return because(
        "toml.edit.missing",
        new Place(document.fileName(), 0, 0, path.toString()),
        "There is no " + path + " in this file.",
        "Read the file again; it may have changed.");
  }

  static QarionException clash(TomlNode node, String message) {
    return because("toml.edit.type", node.place(), message, "Choose another name or value.");
  }

  static QarionException exists(TomlNode node) {
    return because(
        "toml.edit.exists",
        node.keyPlace(),
        node.path() + " is there already.",
        "Choose another name.");
  }

  static QarionException refused(TomlDocument document, TomlPath path) {
    return because(
        "toml.edit.refused",
        new Place(document.fileName(), 0, 0, path.toString()),
        "TOML has no way to write this change at " + path + ".",
        "Change the text of the file by hand.");
  }

  private static QarionException because(String code, Place place, String message, String fix) {
    return new QarionException(Problem.error(code, place, message, fix));
  }
}
