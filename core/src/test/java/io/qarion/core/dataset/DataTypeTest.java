package io.qarion.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataTypeTest {

  @Test
  void everyTypeReadsItsOwnName() {
    for (PlainType type : PlainType.values()) {
      assertThat(DataType.parse(type.text())).contains(type);
    }
    assertThat(DataType.parse("decimal(12,2)")).contains(new DecimalType(12, 2));
    assertThat(DataType.parse(" Decimal ( 5 )".replace(" (", "("))).contains(new DecimalType(5, 0));
    assertThat(DataType.parse("decimal")).contains(DecimalType.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"number", "decimal(39,0)", "decimal(4,5)", "decimal(0,0)", ""})
  void refusesWhatIsNoType(String text) {
    assertThat(DataType.parse(text)).isEmpty();
  }
}
