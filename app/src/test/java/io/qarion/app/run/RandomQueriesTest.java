package io.qarion.app.run;

import io.qarion.core.engine.Engine;
import io.qarion.testkit.RandomQueriesContract;
import java.nio.file.Path;
import java.util.Map;

/** Whatever a flow computes, all engines of the program give the same rows. */
class RandomQueriesTest extends RandomQueriesContract {

  @Override
  protected Map<String, Engine> open(Path folder) {
    return AllEngines.open(folder);
  }
}
