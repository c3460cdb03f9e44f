package io.qarion.core.run;

import java.util.List;
import java.util.Optional;

/**
 * What can be said of a join before it runs.
 *
 * @param insight empty as long as the join doesn't say which rows belong together
 * @param suggestions keys that would fit, the best first; empty where the join's own do
 */
public record JoinReport(Optional<JoinInsight> insight, List<KeySuggestion> suggestions) {

  public JoinReport {
    suggestions = List.copyOf(suggestions);
  }
}
