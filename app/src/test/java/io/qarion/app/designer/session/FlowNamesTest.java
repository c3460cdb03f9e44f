package io.qarion.app.designer.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.problem.FlowId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlowNamesTest {

  @Test
  void anIdIsTheNameInSmallLettersAndUnderscores() {
    assertThat(FlowNames.id("Sales, 2026")).isEqualTo(new FlowId("sales_2026"));
    assertThat(FlowNames.id("  Größe – neu! ")).isEqualTo(new FlowId("größe_neu"));
    assertThat(FlowNames.id("../..")).isEqualTo(new FlowId("flow"));
  }

  @Test
  void whatIsTakenGetsTheNextNumber() {
    var taken = Set.of(new FlowId("sales"), new FlowId("sales_2"));
    assertThat(FlowNames.free(new FlowId("sales"), taken)).isEqualTo(new FlowId("sales_3"));
    assertThat(FlowNames.free(new FlowId("other"), taken)).isEqualTo(new FlowId("other"));
    assertThat(FlowNames.freeName("New flow", Set.of("New flow"))).isEqualTo("New flow 2");
  }
}
