package io.qarion.app.designer.inspector;

import java.util.List;

/**
 * Settings that belong together, under a title.
 *
 * @param folded whether it is only opened when asked for
 */
public record Section(String title, List<Field> fields, boolean folded) {

  public Section {
    fields = List.copyOf(fields);
  }

  /** Whether this has the same settings, whatever their values. */
  boolean isSameAs(Section other) {
    if (!title.equals(other.title) || fields.size() != other.fields.size()) {
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
