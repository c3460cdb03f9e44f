package io.qarion.app.run;

import io.qarion.core.engine.Engine;
import io.qarion.testkit.RandomFlowsContract;
import java.nio.file.Path;
import java.util.Map;

/** Whatever a type of flow makes of deliveries, all engines of the program make the same. */
class RandomFlowsTest extends RandomFlowsContract {

  @Override
  protected Map<String, Engine> open(Path folder) {
    return AllEngines.open(folder);
  }
}
