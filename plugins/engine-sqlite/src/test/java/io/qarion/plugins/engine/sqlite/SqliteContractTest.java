package io.qarion.plugins.engine.sqlite;

import io.qarion.core.engine.Engine;
import io.qarion.testkit.EngineSuite;
import java.nio.file.Path;

/** SQLite keeps the contract of engines. */
class SqliteContractTest extends EngineSuite {

  @Override
  protected Engine open(Path folder) {
    return TestEngines.open(folder);
  }
}
