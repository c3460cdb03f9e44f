package io.qarion.core.edit;

import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlTableNode;
import io.qarion.core.toml.TomlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The notes of a flow, as its file keeps them: {@code [[designer.notes]]}. */
public final class FlowNotes {

  private static final TomlPath NOTES = TomlPath.of("designer", "notes");
  private static final String ID = "id";
  private static final String TEXT = "text";
  private static final String COLOUR = "colour";
  private static final long WIDTH = 216;
  private static final long HEIGHT = 80;

  private FlowNotes() {}

  /** A text with a new note in it. */
  public record Made(TomlDocument document, String id) {}

  /** All notes that have an id, in the order of the file. */
  public static List<FlowNote> read(TomlDocument document) {
    return tables(document).stream()
        .filter(table -> !id(table).isBlank())
        .map(table ->
            new FlowNote(
                id(table),
                table.string(TEXT).orElse(""),
                new FlowNote.Area(
                    number(table, "x", 0),
                    number(table, "y", 0),
                    number(table, "width", WIDTH),
                    number(table, "height", HEIGHT)),
                table.string(COLOUR).flatMap(FlowNote.Colour::of).orElse(FlowNote.Colour.YELLOW)))
        .toList();
  }

  /** Adds a note. */
  public static Made add(TomlDocument document, String text, FlowNote.Area area) {
    List<TomlTableNode> notes = tables(document);
    Set<String> taken = notes.stream().map(FlowNotes::id).collect(Collectors.toUnmodifiableSet());
    String id = StepEdits.free("note", taken);
    var entries = new LinkedHashMap<String, TomlValue>();
    entries.put(ID, TomlValue.of(id));
    entries.put(TEXT, TomlValue.of(text));
    entries.putAll(entries(area));
    return new Made(document.insert(NOTES, notes.size(), new TomlValue.Table(entries)), id);
  }

  /** Gives a note other words. */
  public static TomlDocument write(TomlDocument document, String id, String text) {
    return document.set(path(document, id).key(TEXT), TomlValue.of(text));
  }

  /** Moves a note, or makes it larger or smaller. */
  public static TomlDocument place(TomlDocument document, String id, FlowNote.Area area) {
    TomlPath path = path(document, id);
    TomlDocument placed = document;
    for (var entry : entries(area).entrySet()) {
      placed = placed.set(path.key(entry.getKey()), entry.getValue());
    }
    return placed;
  }

  /** Gives a note another colour. */
  public static TomlDocument colour(TomlDocument document, String id, FlowNote.Colour colour) {
    TomlPath path = path(document, id).key(COLOUR);
    return colour == FlowNote.Colour.YELLOW
        ? SourceEdits.removed(document, path)
        : document.set(path, TomlValue.of(colour.text()));
  }

  /** Takes a note away. */
  public static TomlDocument remove(TomlDocument document, String id) {
    return document.remove(path(document, id));
  }

  private static Map<String, TomlValue> entries(FlowNote.Area area) {
    var entries = new LinkedHashMap<String, TomlValue>();
    entries.put("x", TomlValue.of(area.x()));
    entries.put("y", TomlValue.of(area.y()));
    entries.put("width", TomlValue.of(area.width()));
    entries.put("height", TomlValue.of(area.height()));
    return entries;
  }

  private static TomlPath path(TomlDocument document, String id) {
    List<TomlTableNode> notes = tables(document);
    for (int i = 0; i < notes.size(); i++) {
      if (id(notes.get(i)).equals(id)) {
        return NOTES.index(i);
      }
    }
    throw new QarionException(
        Problem.error(
            "edit.note",
            Place.UNKNOWN,
            "The flow has no note '%s'.".formatted(id),
            "Undo brings back what is gone."));
  }

  private static List<TomlTableNode> tables(TomlDocument document) {
    return document
        .root()
        .table("designer")
        .map(designer -> designer.tables("notes"))
        .orElse(List.of());
  }

  private static String id(TomlTableNode note) {
    return note.string(ID).orElse("");
  }

  private static long number(TomlTableNode note, String key, long otherwise) {
    Optional<Double> number = note.real(key).filter(Double::isFinite);
    return number.map(Math::round).orElse(otherwise);
  }
}
