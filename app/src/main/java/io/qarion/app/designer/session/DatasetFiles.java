package io.qarion.app.designer.session;

import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.repository.LocalProject;
import io.qarion.core.repository.StoredDataset;
import io.qarion.core.toml.TomlDocument;
import java.util.List;
import java.util.Optional;

/**
 * The files of a project that declare datasets. Flows are compiled with what is written from then
 * on.
 */
public final class DatasetFiles {

  private final LocalProject files;
  private final Runnable reread;

  /**
   * @param reread reads the project's files anew
   */
  DatasetFiles(LocalProject files, Runnable reread) {
    this.files = files;
    this.reread = reread;
  }

  /**
   * Writes files that are there already; all of them or, if it can't be, none.
   *
   * @param before what they hold
   * @param after what they are to hold
   * @throws QarionException if somebody else has changed one since
   */
  void replace(List<TomlDocument> before, List<TomlDocument> after) {
    List<StoredDataset> stored = files.datasets().list();
    for (TomlDocument old : before) {
      boolean same =
          stored.stream()
              .filter(dataset -> dataset.file().equals(old.fileName()))
              .anyMatch(dataset -> dataset.document().text().equals(old.text()));
      if (!same) {
        reread.run();
        throw changed(old.fileName());
      }
    }
    for (StoredDataset dataset : stored) {
      after.stream()
          .filter(document -> document.fileName().equals(dataset.file()))
          .forEach(document -> files.datasets().save(dataset.name(), document));
    }
    reread.run();
  }

  /**
   * Writes a file, or a new one.
   *
   * @param before what was last read from it; empty for a new one
   * @throws QarionException if somebody else has changed it since
   */
  public StoredDataset write(
      DatasetName name, Optional<TomlDocument> before, TomlDocument document) {
    Optional<String> now = files.datasets().find(name).map(stored -> stored.document().text());
    if (!now.equals(before.map(TomlDocument::text))) {
      reread.run();
      throw changed(name.value());
    }
    StoredDataset written = files.datasets().save(name, document);
    reread.run();
    return written;
  }

  private static QarionException changed(String what) {
    return new QarionException(
        Problem.error(
            "dataset.changed",
            Place.UNKNOWN,
            "The file of dataset '%s' was changed outside, so it was not written.".formatted(what),
            "Open it again to see what it says now."));
  }
}
