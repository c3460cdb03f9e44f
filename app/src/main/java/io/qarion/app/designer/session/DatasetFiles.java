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

  /** Writes files that are there already. */
  public void write(List<TomlDocument> changed) {
    for (StoredDataset dataset : files.datasets().list()) {
      changed.stream()
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
      throw new QarionException(
          Problem.error(
              "dataset.changed",
              Place.UNKNOWN,
              "The file of dataset '%s' was changed outside, so it was not written."
                  .formatted(name),
              "Open it again to see what it says now."));
    }
    StoredDataset written = files.datasets().save(name, document);
    reread.run();
    return written;
  }
}
