package io.qarion.core.repository;

import static java.util.stream.Collectors.toSet;

import io.qarion.core.problem.FlowId;
import io.qarion.core.repository.TomlFiles.TomlFile;
import io.qarion.core.toml.FlowToml;
import io.qarion.core.toml.TomlDocument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Flows in files; a file that did not change is not read again. */
final class StoredFlows implements FlowRepository {

  private final TomlFiles files;
  private final Map<TomlDocument, StoredFlow> known = new HashMap<>();

  StoredFlows(TomlFiles files) {
    this.files = files;
  }

  @Override
  public synchronized List<StoredFlow> list() {
    List<TomlFile> read = files.read();
    known.keySet().retainAll(read.stream().map(TomlFile::document).collect(toSet()));
    List<StoredFlow> flows = read.stream().map(this::stored).toList();
    var duplicates =
        new DuplicateNames<>("flow", "id", StoredFlow::document, flow -> flow.id().value())
            .among(flows);
    return flows.stream()
        .map(flow -> flow.withProblems(duplicates.addTo(flow, flow.problems())))
        .toList();
  }

  @Override
  public synchronized StoredFlow save(FlowId id, TomlDocument document) {
    Optional<StoredFlow> old = find(id);
    String file = old.map(StoredFlow::file).orElseGet(() -> files.freeName(id.value()));
    old.map(StoredFlow::document).ifPresent(NewerFormat::refuse);
    TomlDocument written = files.write(file, document);
    return find(written).orElseGet(() -> stored(new TomlFile(written, List.of())));
  }

  @Override
  public synchronized boolean delete(FlowId id) {
    Optional<StoredFlow> old = find(id);
    old.ifPresent(flow -> files.delete(flow.file()));
    return old.isPresent();
  }

  private Optional<StoredFlow> find(TomlDocument written) {
    return list().stream().filter(flow -> flow.file().equals(written.fileName())).findFirst();
  }

  private StoredFlow stored(TomlFile file) {
    return known.computeIfAbsent(file.document(), document -> read(document, file));
  }

  private static StoredFlow read(TomlDocument document, TomlFile file) {
    FlowToml.Reading reading = FlowToml.read(document);
    var problems = file.problems().isEmpty() ? reading.problems() : file.problems();
    return new StoredFlow(
        reading.flow().id(), document.fileName(), reading.flow(), document, problems);
  }
}
