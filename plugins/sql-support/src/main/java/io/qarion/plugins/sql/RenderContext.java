package io.qarion.plugins.sql;

import io.qarion.core.transform.BatchContext;
import java.util.Map;
import java.util.Optional;

/**
 * What a query is rendered for.
 *
 * @param batch the running batch; empty outside a run, where no source may ask for one
 */
public record RenderContext(Optional<BatchContext> batch, Map<String, Object> parameters) {

  public RenderContext {
    parameters = Map.copyOf(parameters);
  }

  public static RenderContext of(BatchContext batch) {
    return new RenderContext(Optional.of(batch), batch.values());
  }

  public static RenderContext of(Map<String, Object> parameters) {
    return new RenderContext(Optional.empty(), parameters);
  }
}
