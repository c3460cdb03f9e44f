package io.qarion.app.designer.session;

import io.qarion.core.problem.FlowId;
import java.util.Locale;
import java.util.Set;

/** Makes ids for flows from names that people type. */
public final class FlowNames {

  private static final String NOTHING = "flow";

  private FlowNames() {}

  /** The name in small letters, digits and underscores: {@code Sales, 2026} is sales_2026. */
  public static FlowId id(String name) {
    String id =
        name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("^_+|_+$", "");
    return new FlowId(id.isEmpty() ? NOTHING : id);
  }

  /** The id, or the first of {@code id_2}, {@code id_3} … that is not taken. */
  public static FlowId free(FlowId wanted, Set<FlowId> taken) {
    FlowId id = wanted;
    for (int number = 2; taken.contains(id); number++) {
      id = new FlowId(wanted + "_" + number);
    }
    return id;
  }

  /** The name, or the first of {@code name 2}, {@code name 3} … that is not taken. */
  public static String freeName(String wanted, Set<String> taken) {
    String name = wanted;
    for (int number = 2; taken.contains(name); number++) {
      name = wanted + " " + number;
    }
    return name;
  }
}
