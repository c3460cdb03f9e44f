package io.qarion.plugins.engine.tablesaw;

import io.qarion.core.engine.Engine;
import io.qarion.testkit.ColumnRulesContract;
import io.qarion.testkit.CombineRulesContract;
import io.qarion.testkit.FunctionExamplesContract;
import io.qarion.testkit.GroupRulesContract;
import io.qarion.testkit.GrowthContract;
import io.qarion.testkit.HostileTextContract;
import io.qarion.testkit.OutboxContract;
import io.qarion.testkit.ParkingContract;
import io.qarion.testkit.PortableMeaningContract;
import io.qarion.testkit.PublishingContract;
import io.qarion.testkit.QualityContract;
import io.qarion.testkit.RowRulesContract;
import io.qarion.testkit.Scd2Contract;
import io.qarion.testkit.SessionsContract;
import io.qarion.testkit.SnapshotContract;
import io.qarion.testkit.TypesContract;
import io.qarion.testkit.WriteContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;

/** Tablesaw keeps the contract of engines. */
class TablesawContractTest {

  @Nested
  class FunctionExamples extends FunctionExamplesContract {
    @Override
    protected Engine open(Path folder) {
      return TestEngines.open(folder);
    }
  }

  @Nested
  class PortableMeaning extends PortableMeaningContract {
    @Override
    protected Engine open(Path folder) {
      return TestEngines.open(folder);
    }
  }

  @Nested
  class Outbox extends OutboxContract {
    @Override
    protected Engine open(Path folder) {
      return TestEngines.open(folder);
    }
  }

  @Nested
  class ColumnRules extends ColumnRulesContract {
    @Override
    protected Engine open(Path folder) {
      return TestEngines.open(folder);
    }
  }

  @Nested
  class RowRules extends RowRulesContract {
    @Override
    protected Engine open(Path folder) {
      return TestEngines.open(folder);
    }
  }

  @Nested
  class CombineRules extends CombineRulesContract {
    @Override
    protected Engine open(Path folder) {
      return TestEngines.open(folder);
    }
  }

  @Nested
  class GroupRules extends GroupRulesContract {
    @Override
    protected Engine open(Path folder) {
      return TestEngines.open(folder);
    }
  }

  @Nested
  class Snapshot extends SnapshotContract {
    @Override
    protected Engine open(Path folder) {
      return TestEngines.open(folder);
    }
  }

  @Nested
  class Growth extends GrowthContract {
    @Override
    protected Engine open(Path folder) {
      return TestEngines.open(folder);
    }
  }

  @Nested
  class Parking extends ParkingContract {
    @Override
    protected Engine open(Path folder) {
      return TestEngines.open(folder);
    }
  }

  @Nested
  class Publishing extends PublishingContract {
    @Override
    protected Engine open(Path folder) {
      return TestEngines.open(folder);
    }
  }

  @Nested
  class Quality extends QualityContract {
    @Override
    protected Engine open(Path folder) {
      return TestEngines.open(folder);
    }
  }

  @Nested
  class Scd2 extends Scd2Contract {
    @Override
    protected Engine open(Path folder) {
      return TestEngines.open(folder);
    }
  }

  @Nested
  class Sessions extends SessionsContract {
    @Override
    protected Engine open(Path folder) {
      return TestEngines.open(folder);
    }
  }

  @Nested
  class Write extends WriteContract {
    @Override
    protected Engine open(Path folder) {
      return TestEngines.open(folder);
    }
  }

  @Nested
  class Types extends TypesContract {
    @Override
    protected Engine open(Path folder) {
      return TestEngines.open(folder);
    }
  }

  @Nested
  class HostileText extends HostileTextContract {
    @Override
    protected Engine open(Path folder) {
      return TestEngines.open(folder);
    }
  }
}
