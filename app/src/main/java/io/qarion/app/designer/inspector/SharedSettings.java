package io.qarion.app.designer.inspector;

import io.qarion.app.designer.form.Field;
import io.qarion.core.toml.TomlPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings that several steps of one type have in common, each as one field. Visual steps and
 * entries of lists are each step's own.
 */
final class SharedSettings {

  private final String title;
  private final String more;
  private final String differing;

  /**
   * @param title of those that one of the steps has set
   * @param more of the others, which stay folded
   * @param differing what stands in a field of different values
   */
  SharedSettings(String title, String more, String differing) {
    this.title = title;
    this.more = more;
    this.differing = differing;
  }

  /**
   * The form.
   *
   * @param steps the forms of the steps, for each where it stands in the text
   */
  List<Section> of(Map<TomlPath, List<Section>> steps) {
    List<Map<String, Placed>> all = new ArrayList<>();
    steps.forEach((step, sections) -> all.add(fields(step, sections)));
    List<Field> used = new ArrayList<>();
    List<Field> unused = new ArrayList<>();
    all.getFirst()
        .forEach((key, first) -> {
          List<Placed> same =
              all.stream()
                  .flatMap(fields -> Optional.ofNullable(fields.get(key)).stream())
                  .filter(each -> each.field().kind() == first.field().kind())
                  .toList();
          if (same.size() == all.size()) {
            boolean folded = same.stream().allMatch(Placed::folded);
            (folded ? unused : used).add(one(same.stream().map(Placed::field).toList()));
          }
        });
    var sections = new ArrayList<Section>();
    if (!used.isEmpty()) {
      sections.add(new Section(title, used, false));
    }
    if (!unused.isEmpty()) {
      sections.add(new Section(more, unused, true));
    }
    return sections;
  }

  private record Placed(Field field, boolean folded) {}

  /** By where they stand in their step. */
  private static Map<String, Placed> fields(TomlPath step, List<Section> sections) {
    Map<String, Placed> fields = new LinkedHashMap<>();
    for (Section section : sections) {
      if (section.rule().isEmpty() && section.entry().isEmpty()) {
        section.fields().stream()
            .filter(field -> !field.kind().isNew())
            .forEach(field ->
                fields.put(
                    new TomlPath(
                            field
                                .path()
                                .steps()
                                .subList(step.steps().size(), field.path().steps().size()))
                        .toString(),
                    new Placed(field, section.folded())));
      }
    }
    return fields;
  }

  private Field one(List<Field> same) {
    Field first = same.getFirst();
    List<TomlPath> others = same.stream().skip(1).map(Field::path).toList();
    boolean differs = same.stream().map(Field::text).distinct().count() > 1;
    return first.shared(new Field.Shared(others, differs), differing);
  }
}
