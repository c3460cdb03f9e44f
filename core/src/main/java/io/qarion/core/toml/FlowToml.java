package io.qarion.core.toml;

import io.qarion.core.flow.Flow;
import io.qarion.core.flow.FlowLabels;
import io.qarion.core.flow.Task;
import io.qarion.core.flow.Trigger;
import io.qarion.core.problem.FlowId;
import io.qarion.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Reads flows out of their files. */
public final class FlowToml {

  private static final Set<String> TRIGGER_KEYS = Set.of("id", "type", "enabled", "description");

  private static final String FLOW_TYPE_FIX =
      "Write flow_type = \"standard\", or another type such as \"change_feed\".";

  private FlowToml() {}

  /**
   * A flow as far as it could be read, with what is wrong at its place in the file.
   *
   * @param readOnly the file is of a newer format and must not be changed
   */
  public record Reading(Flow flow, List<Problem> problems, boolean readOnly) {

    public Reading {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads a flow; never fails, whatever the content. A flow without an id is called as its file is.
   * What is wrong inside expressions is left to the check of the flow, which knows the columns.
   */
  public static Reading read(TomlDocument document) {
    var problems = new ArrayList<>(document.problems());
    Consumer<Problem> reported = Reported.by(document, problems);
    var reader = new TableReader(document.root(), reported);
    Flow flow = flow(reader, FileNames.stem(document.fileName()), reported);
    reader.accept("designer");
    FormatVersion.read(reader);
    reader.reportUnknown();
    return new Reading(flow, problems, FormatVersion.isNewer(document));
  }

  /**
   * One task of a flow, as {@link #read} gives it, without reading the others.
   *
   * @param index among the tables of {@code tasks}
   */
  public static Task task(TomlDocument document, int index) {
    return new TaskToml(_ -> {}).read(document.root().tables("tasks").get(index), index);
  }

  private static Flow flow(TableReader reader, String stem, Consumer<Problem> problems) {
    String id = nonBlank(reader.needName("id", "Write id = \"" + stem + "\"."), stem);
    return new Flow(
        new FlowId(id),
        nonBlank(reader.text("name").orElse(""), id),
        reader.needName("flow_type", FLOW_TYPE_FIX),
        reader.text("namespace").filter(text -> !text.isBlank()),
        InputToml.read(reader),
        SettingsReader.below(reader, "properties"),
        SettingsReader.below(reader, "variables"),
        triggers(reader, problems),
        new TaskToml(problems).read(reader.tables("tasks")),
        new FlowLabels(
            reader.text("description").orElse(""),
            reader.text("owner").orElse(""),
            reader.names("tags")));
  }

  private static String nonBlank(String text, String otherwise) {
    return text.isBlank() ? otherwise : text;
  }

  private static List<Trigger> triggers(TableReader flow, Consumer<Problem> problems) {
    var triggers = new ArrayList<Trigger>();
    for (TomlTableNode table : flow.tables("triggers")) {
      var reader = new TableReader(table, problems);
      String type = reader.needName("type");
      triggers.add(
          new Trigger(
              reader.text("id").orElse(type),
              type,
              reader.flag("enabled", true),
              reader.text("description").orElse(""),
              SettingsReader.without(table, TRIGGER_KEYS)));
    }
    return triggers;
  }
}
