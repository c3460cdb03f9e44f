package io.qarion.core.repository;

import io.qarion.core.problem.DatasetName;
import io.qarion.core.toml.TomlDocument;
import java.util.List;
import java.util.Optional;

/** Keeps the dataset definitions of a project that a user wrote. */
public interface DatasetRepository {

  /** One for each file, in natural order of the files' names, broken ones included. */
  List<StoredDataset> list();

  /** The first file, where several have the name. */
  default Optional<StoredDataset> find(DatasetName name) {
    return list().stream().filter(dataset -> dataset.name().equals(name)).findFirst();
  }

  /**
   * Writes a dataset into its file, or a new one into {@code datasets/<name>.toml}.
   *
   * @param name which dataset the file has now; the document may give it another name
   * @return what is stored now
   */
  StoredDataset save(DatasetName name, TomlDocument document);

  /** As {@link #save(DatasetName, TomlDocument)}, from a text without byte-order mark. */
  default StoredDataset save(DatasetName name, String text) {
    return save(name, TomlDocument.parse("", text));
  }

  /** Removes a dataset's file; false if there is none. */
  boolean delete(DatasetName name);
}
