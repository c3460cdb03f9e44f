package io.qarion.app.designer.action;

import java.util.List;

/**
 * All actions of a window, in the order of its menus.
 *
 * @param all each with an id of its own
 */
public record Actions(List<Action> all) {

  public Actions {
    all = List.copyOf(all);
  }

  /**
   * The action of an id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Action get(String id) {
    return all.stream()
        .filter(action -> action.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no action " + id));
  }
}
