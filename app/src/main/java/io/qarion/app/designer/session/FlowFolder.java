package io.qarion.app.designer.session;

import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.QarionException;
import io.qarion.core.repository.LocalProject;
import io.qarion.core.repository.StoredFlow;
import io.qarion.core.repository.TrashedFile;
import io.qarion.core.toml.TomlDocument;

/** The files of a project's flows, to write them. */
public final class FlowFolder {

  private final LocalProject files;

  FlowFolder(LocalProject files) {
    this.files = files;
  }

  /**
   * Writes a flow into its file.
   *
   * @param inFile what was last known to be there
   * @throws QarionException if somebody else has changed it since
   */
  public StoredFlow save(TomlDocument inFile, StoredFlow edited) {
    return files.flows().saveOver(inFile, edited.document());
  }

  /**
   * Writes a flow into a new file.
   *
   * @throws QarionException if there is a flow of that id
   */
  public StoredFlow create(FlowId id, TomlDocument document) {
    return files.flows().create(id, document);
  }

  /**
   * Gives a flow another id and its file another name.
   *
   * @param document what the file then holds
   * @throws QarionException if there is a flow of the new id
   */
  public StoredFlow rename(FlowId id, FlowId newId, TomlDocument document) {
    return files.flows().rename(id, newId, document);
  }

  /**
   * Writes a flow into its file, which takes the name of the id that the text says.
   *
   * @param inFile what was last known to be there
   * @throws QarionException if somebody else has changed it since, or there is a flow of that id
   */
  public StoredFlow saveRenamed(TomlDocument inFile, StoredFlow edited) {
    // Renaming does not look whether somebody else has changed the file; saving does.
    files.flows().saveOver(inFile, inFile);
    return files.flows().rename(edited.id(), edited.flow().id(), edited.document());
  }

  /** Moves the file of a flow into the project's trash. */
  public TrashedFile discard(StoredFlow flow) {
    return files.trash().put(flow.file());
  }

  /**
   * Puts the file of a flow back.
   *
   * @throws QarionException if another file has its place now
   */
  public StoredFlow restore(TrashedFile trashed) {
    files.trash().restore(trashed);
    return files.flows().list().stream()
        .filter(flow -> flow.file().equals(trashed.file()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(trashed.file() + " was just put back"));
  }
}
