package io.qarion.testkit;

import io.qarion.core.engine.Engine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What contracts between engines have in common: the engines, of which the first is the measure.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SeveralEngines {

  private Map<String, Engine> engines = Map.of();

  /** The engines by their names; the others are compared with the first. */
  protected abstract Map<String, Engine> open(Path folder);

  @BeforeAll
  void openEngines(@TempDir Path folder) {
    engines = open(folder);
  }

  @AfterAll
  void closeEngines() {
    engines.values().forEach(Engine::close);
  }

  final List<String> names() {
    return List.copyOf(engines.keySet());
  }

  final Engine engine(String name) {
    return Objects.requireNonNull(engines.get(name), name);
  }
}
