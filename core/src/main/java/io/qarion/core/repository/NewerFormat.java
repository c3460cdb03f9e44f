package io.qarion.core.repository;

import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.toml.TomlDocument;

/** Guards files that a newer version of the program wrote. */
final class NewerFormat {

  private NewerFormat() {}

  /** Fails if a document must not be replaced. */
  static void refuse(TomlDocument stored) {
    if (stored.isOfNewerFormat()) {
      throw new QarionException(
          Problem.error(
              "format.newer",
              Place.in(stored.fileName(), 1, 1),
              "'%s' is of a newer format and can't be changed here.".formatted(stored.fileName()),
              "Update Qarion ETL Designer to change the file."));
    }
  }
}
