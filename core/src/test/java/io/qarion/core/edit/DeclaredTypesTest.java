package io.qarion.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.toml.TomlDocument;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Types are declared where the columns are, and nothing else is touched. */
class DeclaredTypesTest {

  private static final Map<String, DataType> TYPES = types();

  private static Map<String, DataType> types() {
    Map<String, DataType> types = new LinkedHashMap<>();
    types.put("day", PlainType.DATE);
    types.put("amount", PlainType.FLOAT);
    types.put("nowhere", PlainType.DATE);
    return types;
  }

  @Test
  void inTheFileOfADataset() {
    String text =
        """
        name = "orders"

        [columns.day] # when it came
        schema_type = "string"

        [columns.amount]
        schema_type = "decimal"
        precision = 12
        scale = 2
        """;
    assertThat(DeclaredTypes.inDataset(TomlDocument.parse("orders.toml", text), TYPES).text())
        .isEqualTo(
            text.replace("\"string\"", "\"date\"")
                .replace("\"decimal\"\nprecision = 12\nscale = 2\n", "\"float\"\n"));
  }

  @Test
  void inTheInputOfAFlow() {
    String text =
        """
        id = "orders"

        [input]
        columns = [
          { name = "id", schema_type = "integer" },
          { name = "day", schema_type = "string" }, # when it came
        ]

        [[tasks]]
        id = "first"
        """;
    assertThat(DeclaredTypes.inInput(TomlDocument.parse("orders.toml", text), TYPES).text())
        .isEqualTo(text.replace("\"string\"", "\"date\""));
  }

  @Test
  void aFlowThatDeclaresNothingStaysAsItIs() {
    var flow = TomlDocument.parse("orders.toml", "id = \"orders\"\n");
    assertThat(DeclaredTypes.inInput(flow, TYPES).text()).isEqualTo(flow.text());
  }
}
