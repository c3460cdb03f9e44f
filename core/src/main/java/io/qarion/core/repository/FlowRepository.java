package io.qarion.core.repository;

import io.qarion.core.problem.FlowId;
import io.qarion.core.toml.TomlDocument;
import java.util.List;
import java.util.Optional;

/** Keeps the flows of a project. */
public interface FlowRepository {

  /** Code of the problem where somebody else has changed a file that was to be written. */
  String CHANGED = "file.changed";

  /** One for each file, in natural order of the files' names, broken ones included. */
  List<StoredFlow> list();

  /** The first file, where several have the id. */
  default Optional<StoredFlow> find(FlowId id) {
    return list().stream().filter(flow -> flow.id().equals(id)).findFirst();
  }

  /**
   * Writes a flow into its file, or a new one into {@code flows/<id>.toml}.
   *
   * @param id which flow the file has now; the document may give it another id
   * @return what is stored now
   */
  StoredFlow save(FlowId id, TomlDocument document);

  /**
   * Writes a flow into the file it was read from, unless somebody else has changed that since; one
   * that is gone is written again.
   *
   * @param read what was last read from the file, or written into it; names the file
   * @return what is stored now
   * @throws io.qarion.core.problem.QarionException with {@link #CHANGED} if the file has something
   *     else now; it stays so
   */
  StoredFlow saveOver(TomlDocument read, TomlDocument document);

  /** As {@link #save(FlowId, TomlDocument)}, from a text without byte-order mark. */
  default StoredFlow save(FlowId id, String text) {
    return save(id, TomlDocument.parse("", text));
  }

  /**
   * Writes a flow into a new file.
   *
   * @throws io.qarion.core.problem.QarionException if there is a flow of that id
   */
  StoredFlow create(FlowId id, TomlDocument document);

  /**
   * Gives a flow another id, and its file the name that goes with it. A crash leaves the flow as it
   * was, perhaps in the file of the new name.
   *
   * @param document what the file then holds, the new id included
   * @throws io.qarion.core.problem.QarionException if there is no such flow, or one of the new id
   */
  StoredFlow rename(FlowId id, FlowId newId, TomlDocument document);

  /** Removes a flow's file; false if there is none. */
  boolean delete(FlowId id);
}
