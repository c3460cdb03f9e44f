package io.qarion.app.designer.session;

import java.time.Instant;
import java.util.List;

/**
 * Edits that were not saved when the program ended, and are there again.
 *
 * @param flows with such edits
 * @param at when the last of them was made
 */
public record RestoredEdits(List<FlowDocument> flows, Instant at) {

  public RestoredEdits {
    flows = List.copyOf(flows);
  }
}
