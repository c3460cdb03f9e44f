package io.qarion.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qarion.core.flow.Settings;
import org.junit.jupiter.api.Test;

class ProjectSettingsTest {

  @Test
  void atLeastOneStepRunsAtATime() {
    assertThat(parallel(1).maxParallel()).isEqualTo(1);
    assertThatThrownBy(() -> parallel(0)).hasMessage("at least one step runs at a time");
  }

  private static ProjectSettings parallel(int steps) {
    return new ProjectSettings("p", "", "duckdb", Settings.NONE, "h.db", Settings.NONE, steps);
  }
}
