package io.qarion.plugins.engine.duckdb;

import io.qarion.core.engine.Engine;
import io.qarion.testkit.EngineSuite;
import java.nio.file.Path;

/** DuckDB keeps the contract of engines. */
class DuckDbContractTest extends EngineSuite {

  @Override
  protected Engine open(Path folder) {
    return TestEngines.open(folder);
  }
}
