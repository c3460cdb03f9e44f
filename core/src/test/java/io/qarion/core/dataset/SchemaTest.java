package io.qarion.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaTest {

  private static final Column ID = new Column("id", PlainType.INTEGER, true);

  @Test
  void columnsAreFoundByName() {
    Schema schema = Schema.of(ID, Column.of("Id", new DecimalType(12, 2)));
    assertThat(schema.names()).containsExactly("id", "Id");
    assertThat(schema.find("id")).contains(ID);
    assertThat(schema.has("ID")).isFalse();
    assertThat(schema.size()).isEqualTo(2);
  }

  @Test
  void namesAreNeitherEmptyNorDouble() {
    assertThatThrownBy(() -> Schema.of(ID, ID)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Column.of("", PlainType.DATE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aColumnChangesByParts() {
    assertThat(ID.withName("n").withType(PlainType.STRING).optional())
        .isEqualTo(Column.of("n", PlainType.STRING));
  }

  @Test
  void aRowHasOneCellForEachColumn() {
    List<Object> row = List.of(1L);
    assertThat(new RowPage(Schema.of(ID), 0, List.of(row), false).rows()).hasSize(1);
    assertThatThrownBy(() -> new RowPage(Schema.EMPTY, 0, List.of(row), false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void typesShowTheNameTheyHaveInFiles() {
    assertThat(new DecimalType(12, 2)).hasToString("decimal(12,2)");
    assertThat(PlainType.TIMESTAMP).hasToString("timestamp");
    assertThat(PlainType.FLOAT.isNumeric()).isTrue();
    assertThat(PlainType.STRING.isNumeric()).isFalse();
    assertThatThrownBy(() -> new DecimalType(0, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
