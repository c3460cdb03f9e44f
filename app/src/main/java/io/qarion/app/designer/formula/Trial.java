package io.qarion.app.designer.formula;

import io.qarion.core.dataset.RowPage;
import java.util.List;
import java.util.Optional;

/**
 * What would come of a text.
 *
 * @param rows the first that come out; empty where there are none to be seen
 * @param column the one that the text makes; empty if it makes them all
 * @param problems sentences about what is wrong
 */
record Trial(Optional<RowPage> rows, String column, List<String> problems) {

  static final Trial NOTHING = new Trial(Optional.empty(), "", List.of());

  Trial {
    problems = List.copyOf(problems);
  }

  static Trial failed(List<String> problems) {
    return new Trial(Optional.empty(), "", problems);
  }
}
