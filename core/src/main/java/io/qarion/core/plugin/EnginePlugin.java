package io.qarion.core.plugin;

import io.qarion.core.engine.Engine;
import io.qarion.core.engine.EngineCapability;
import io.qarion.core.engine.EngineSettings;
import java.util.List;
import java.util.Set;

/** Makes engines of one type. */
public interface EnginePlugin {

  /** The values of {@code [engine] name} it answers to; the first is its own name. */
  List<String> engineTypes();

  Set<EngineCapability> capabilities();

  /** Settings below {@code [engine.config]}. */
  List<PropertyDeclaration> properties();

  /** Opens the data store, and makes it if it is not there. */
  Engine open(EngineSettings settings);
}
