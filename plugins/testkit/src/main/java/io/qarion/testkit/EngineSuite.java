package io.qarion.testkit;

import io.qarion.core.engine.Engine;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;

/** All contracts of engines. A test of an engine extends this and says how it is opened. */
public abstract class EngineSuite {

  /** Opens the engine on what is in a folder; nothing at first. */
  protected abstract Engine open(Path folder);

  @Nested
  class FunctionExamples extends FunctionExamplesContract {
    @Override
    protected Engine open(Path folder) {
      return EngineSuite.this.open(folder);
    }
  }

  @Nested
  class PortableMeaning extends PortableMeaningContract {
    @Override
    protected Engine open(Path folder) {
      return EngineSuite.this.open(folder);
    }
  }

  @Nested
  class Outbox extends OutboxContract {
    @Override
    protected Engine open(Path folder) {
      return EngineSuite.this.open(folder);
    }
  }

  @Nested
  class ColumnRules extends ColumnRulesContract {
    @Override
    protected Engine open(Path folder) {
      return EngineSuite.this.open(folder);
    }
  }

  @Nested
  class RowRules extends RowRulesContract {
    @Override
    protected Engine open(Path folder) {
      return EngineSuite.this.open(folder);
    }
  }

  @Nested
  class CombineRules extends CombineRulesContract {
    @Override
    protected Engine open(Path folder) {
      return EngineSuite.this.open(folder);
    }
  }

  @Nested
  class GroupRules extends GroupRulesContract {
    @Override
    protected Engine open(Path folder) {
      return EngineSuite.this.open(folder);
    }
  }

  @Nested
  class Snapshot extends SnapshotContract {
    @Override
    protected Engine open(Path folder) {
      return EngineSuite.this.open(folder);
    }
  }

  @Nested
  class Growth extends GrowthContract {
    @Override
    protected Engine open(Path folder) {
      return EngineSuite.this.open(folder);
    }
  }

  @Nested
  class Parking extends ParkingContract {
    @Override
    protected Engine open(Path folder) {
      return EngineSuite.this.open(folder);
    }
  }

  @Nested
  class Publishing extends PublishingContract {
    @Override
    protected Engine open(Path folder) {
      return EngineSuite.this.open(folder);
    }
  }

  @Nested
  class Quality extends QualityContract {
    @Override
    protected Engine open(Path folder) {
      return EngineSuite.this.open(folder);
    }
  }

  @Nested
  class Scd2 extends Scd2Contract {
    @Override
    protected Engine open(Path folder) {
      return EngineSuite.this.open(folder);
    }
  }

  @Nested
  class Sessions extends SessionsContract {
    @Override
    protected Engine open(Path folder) {
      return EngineSuite.this.open(folder);
    }
  }

  @Nested
  class Write extends WriteContract {
    @Override
    protected Engine open(Path folder) {
      return EngineSuite.this.open(folder);
    }
  }

  @Nested
  class Types extends TypesContract {
    @Override
    protected Engine open(Path folder) {
      return EngineSuite.this.open(folder);
    }
  }

  @Nested
  class HostileText extends HostileTextContract {
    @Override
    protected Engine open(Path folder) {
      return EngineSuite.this.open(folder);
    }
  }

  @Nested
  class Reopening extends ReopeningContract {
    @Override
    protected Engine open(Path folder) {
      return EngineSuite.this.open(folder);
    }
  }

  @Nested
  class FunctionArguments extends FunctionArgumentsContract {
    @Override
    protected Engine open(Path folder) {
      return EngineSuite.this.open(folder);
    }
  }

  @Nested
  class TypeOperations extends TypeOperationsContract {
    @Override
    protected Engine open(Path folder) {
      return EngineSuite.this.open(folder);
    }
  }

  @Nested
  class Trace extends TraceContract {
    @Override
    protected Engine open(Path folder) {
      return EngineSuite.this.open(folder);
    }
  }
}
