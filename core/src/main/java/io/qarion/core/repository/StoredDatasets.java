package io.qarion.core.repository;

import static java.util.stream.Collectors.toSet;

import io.qarion.core.problem.DatasetName;
import io.qarion.core.repository.TomlFiles.TomlFile;
import io.qarion.core.toml.DatasetToml;
import io.qarion.core.toml.TomlDocument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Dataset definitions in files; a file that did not change is not read again. */
final class StoredDatasets implements DatasetRepository {

  private final TomlFiles files;
  private final Map<TomlDocument, StoredDataset> known = new HashMap<>();

  StoredDatasets(TomlFiles files) {
    this.files = files;
  }

  @Override
  public synchronized List<StoredDataset> list() {
    List<TomlFile> read = files.read();
    known.keySet().retainAll(read.stream().map(TomlFile::document).collect(toSet()));
    List<StoredDataset> datasets = read.stream().map(this::stored).toList();
    var duplicates =
        new DuplicateNames<>(
                "dataset", "name", StoredDataset::document, dataset -> dataset.name().value())
            .among(datasets);
    return datasets.stream()
        .map(dataset -> dataset.withProblems(duplicates.addTo(dataset, dataset.problems())))
        .toList();
  }

  @Override
  public synchronized StoredDataset save(DatasetName name, TomlDocument document) {
    Optional<StoredDataset> old = find(name);
    String file = old.map(StoredDataset::file).orElseGet(() -> files.freeName(name.value()));
    old.map(StoredDataset::document).ifPresent(NewerFormat::refuse);
    TomlDocument written = files.write(file, document);
    return find(written).orElseGet(() -> stored(new TomlFile(written, List.of())));
  }

  @Override
  public synchronized boolean delete(DatasetName name) {
    Optional<StoredDataset> old = find(name);
    old.ifPresent(dataset -> files.delete(dataset.file()));
    return old.isPresent();
  }

  private Optional<StoredDataset> find(TomlDocument written) {
    return list().stream().filter(dataset -> dataset.file().equals(written.fileName())).findFirst();
  }

  private StoredDataset stored(TomlFile file) {
    return known.computeIfAbsent(file.document(), document -> read(document, file));
  }

  private static StoredDataset read(TomlDocument document, TomlFile file) {
    DatasetToml.Reading reading = DatasetToml.read(document);
    var problems = file.problems().isEmpty() ? reading.problems() : file.problems();
    return new StoredDataset(
        reading.dataset().name(), document.fileName(), reading.dataset(), document, problems);
  }
}
