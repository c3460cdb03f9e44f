package io.qarion.app.designer.form;

import io.qarion.core.plugin.PropertyDeclaration;
import java.util.ArrayList;
import java.util.List;

/** What is used of some settings, and what is not, which a form shows only when it is asked for. */
public final class FieldGroup {

  private final List<Field> used = new ArrayList<>();
  private final List<Field> unused = new ArrayList<>();

  /** Adds a setting that is always seen. */
  public void add(Field field) {
    used.add(field);
  }

  /** Adds the fields of a declared setting, which is used if it is required or written. */
  public void add(PropertyDeclaration declaration, List<Field> made) {
    boolean given = made.stream().anyMatch(field -> !field.text().isEmpty());
    (declaration.required() || given ? used : unused).addAll(made);
  }

  public List<Field> used() {
    return List.copyOf(used);
  }

  public List<Field> unused() {
    return List.copyOf(unused);
  }
}
