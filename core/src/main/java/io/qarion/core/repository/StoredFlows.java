package io.qarion.core.repository;

import static java.util.stream.Collectors.toSet;

import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.repository.TomlFiles.TomlFile;
import io.qarion.core.toml.FlowToml;
import io.qarion.core.toml.TomlDocument;
import java.util.Arrays;
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
  public synchronized StoredFlow saveOver(TomlDocument read, TomlDocument document) {
    String file = read.fileName();
    Optional<TomlFile> now =
        files.read().stream().filter(each -> each.name().equals(file)).findFirst();
    if (now.isPresent() && !Arrays.equals(now.get().document().bytes(), read.bytes())) {
      throw new QarionException(changed(file));
    }
    NewerFormat.refuse(read);
    TomlDocument written = files.write(file, document);
    return find(written).orElseGet(() -> stored(new TomlFile(written, List.of())));
  }

  @Override
  public synchronized StoredFlow create(FlowId id, TomlDocument document) {
    refuseTaken(id);
    return save(id, document);
  }

  @Override
  public synchronized StoredFlow rename(FlowId id, FlowId newId, TomlDocument document) {
    StoredFlow old = find(id).orElseThrow(() -> unknown(id));
    NewerFormat.refuse(old.document());
    if (newId.equals(id)) {
      return save(id, document);
    }
    refuseTaken(newId);
    String file = files.freeName(newId.value());
    files.move(old.file(), file);
    TomlDocument written = files.write(file, document);
    return find(written).orElseGet(() -> stored(new TomlFile(written, List.of())));
  }

  private static Problem changed(String file) {
    return Problem.error(
        CHANGED,
        Place.UNKNOWN.withFile(file),
        "'%s' was changed outside since it was read, so it was not written.".formatted(file),
        "Take what the file has now, or keep yours and save again.");
  }

  private void refuseTaken(FlowId id) {
    find(id)
        .ifPresent(taken -> {
          throw new QarionException(
              Problem.error(
                  "flow.exists",
                  Place.UNKNOWN.withFile(taken.file()),
                  "There is a flow '%s' already, in '%s'.".formatted(id, taken.file()),
                  "Choose another name."));
        });
  }

  private static QarionException unknown(FlowId id) {
    return new QarionException(
        Problem.error(
            "flow.unknown",
            Place.UNKNOWN,
            "The file of the flow '%s' is not there any more.".formatted(id),
            "Save the flow to write it anew."));
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
