package io.qarion.plugins.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qarion.core.problem.QarionException;
import io.qarion.plugins.duckdb.DuckDbInstance;
import io.qarion.plugins.duckdb.DuckDbSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosedInstanceTest {

  @TempDir private Path folder;

  @Test
  void whatCameTooLateDoesNotOpenTheDatabaseAgain() {
    var instance =
        DuckDbInstance.open(
            new DuckDbSettings(
                Optional.of(folder.resolve("data.duckdb")),
                Optional.empty(),
                Optional.empty(),
                folder.resolve("spill"),
                Optional.empty(),
                List.of(folder)));
    instance.close();

    assertThatThrownBy(instance::connect).isInstanceOf(QarionException.class);
  }
}
