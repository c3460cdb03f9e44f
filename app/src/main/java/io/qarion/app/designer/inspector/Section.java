package io.qarion.app.designer.inspector;

import io.qarion.app.designer.form.Field;
import io.qarion.app.designer.form.FieldProblems;
import io.qarion.core.toml.TomlPath;
import java.util.List;
import java.util.Optional;

/**
 * Settings that belong together, under a title.
 *
 * @param folded whether it is only opened when asked for
 * @param entry the entry of a list that it shows and that can be taken out of it
 * @param rule the visual step that it shows
 */
public record Section(
    String title,
    List<Field> fields,
    boolean folded,
    Optional<TomlPath> entry,
    Optional<RulePlace> rule) {

  public Section {
    fields = List.copyOf(fields);
  }

  Section(String title, List<Field> fields, boolean folded) {
    this(title, fields, folded, Optional.empty(), Optional.empty());
  }

  Section(String title, List<Field> fields, boolean folded, Optional<TomlPath> entry) {
    this(title, fields, folded, entry, Optional.empty());
  }

  Section with(List<Field> newFields) {
    return new Section(title, newFields, folded, entry, rule);
  }

  /** With what is wrong said beside its fields. */
  Section said(FieldProblems problems) {
    return with(fields.stream().map(problems::shown).toList());
  }

  boolean isJoin() {
    return rule.filter(RulePlace::isJoin).isPresent();
  }

  /** Whether this has the same settings, whatever their values. */
  boolean isSameAs(Section other) {
    if (!title.equals(other.title)
        || !entry.equals(other.entry)
        || !rule.map(RulePlace::index).equals(other.rule.map(RulePlace::index))
        || fields.size() != other.fields.size()) {
      return false;
    }
    for (int i = 0; i < fields.size(); i++) {
      if (!fields.get(i).isSameAs(other.fields.get(i))) {
        return false;
      }
    }
    return true;
  }
}
