package io.qarion.core.toml;

import io.qarion.core.expression.Formula;
import io.qarion.core.transform.AggregateRows;
import io.qarion.core.transform.JoinRows;
import io.qarion.core.transform.PivotRows;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.UnionRows;
import io.qarion.core.transform.UnpivotColumns;
import io.qarion.core.transform.WindowColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the rules that bring rows together or give them another shape. */
final class TableRules {

  private static final List<String> HOW =
      Arrays.stream(JoinRows.How.values()).map(JoinRows.How::text).toList();

  private TableRules() {}

  static TransformationRule join(TableReader reader) {
    String with = reader.needName("with");
    JoinRows.How how =
        JoinRows.How.valueOf(reader.choice("how", "inner", HOW).toUpperCase(Locale.ROOT));
    return new JoinRows(with, how, match(reader, how), reader.text("suffix").orElse("_" + with));
  }

  private static JoinRows.JoinMatch match(TableReader reader, JoinRows.How how) {
    reader.accept("on", "condition");
    boolean pairs = reader.has("on");
    boolean condition = reader.has("condition");
    if (how == JoinRows.How.CROSS) {
      if (pairs || condition) {
        reader.error(
            pairs ? "on" : "condition",
            "rule.either",
            "A cross join puts every row beside every row and has no condition.",
            "Remove it, or write how = \"inner\".");
      }
      return new JoinRows.Always();
    }
    if (pairs && condition) {
      reader.error(
          "condition",
          "rule.either",
          "'on' and 'condition' can't both be given.",
          "Remove one of them.");
    }
    if (!pairs && !condition) {
      reader.error(
          "on",
          "field.missing",
          "Neither 'on' nor 'condition' is given.",
          "Write on = [[\"id\", \"order_id\"]], or how = \"cross\" for every row with every row.");
    }
    return condition && !pairs
        ? new JoinRows.OnCondition(FieldReader.needFormula(reader, "condition"))
        : new JoinRows.OnPairs(
            reader.read("on", ValueKind.PAIRS, TableRules::pairs).orElse(List.of()));
  }

  private static Optional<List<JoinRows.Pair>> pairs(TomlNode node) {
    if (!(node instanceof TomlArrayNode array) || array.size() == 0) {
      return Optional.empty();
    }
    var pairs = new ArrayList<JoinRows.Pair>();
    for (TomlNode item : array.items()) {
      List<String> names =
          item instanceof TomlArrayNode pair ? Scalars.names(pair).orElse(List.of()) : List.of();
      if (names.size() != 2) {
        return Optional.empty();
      }
      pairs.add(new JoinRows.Pair(names.getFirst(), names.getLast()));
    }
    return Optional.of(pairs);
  }

  static TransformationRule union(TableReader reader) {
    return new UnionRows(
        reader.needNames("with"), reader.flag("by_name", false), reader.flag("distinct", false));
  }

  static TransformationRule aggregate(TableReader reader) {
    List<String> groupBy = reader.names("group_by");
    reader.accept("measures");
    Map<String, Formula> measures =
        groupBy.isEmpty() || reader.has("measures")
            ? FieldReader.needFormulas(reader, "measures")
            : Map.of();
    return new AggregateRows(groupBy, measures);
  }

  static TransformationRule window(TableReader reader) {
    return new WindowColumns(
        reader.names("partition_by"),
        FieldReader.order(reader, "order_by"),
        FieldReader.needFormulas(reader, "columns"));
  }

  static TransformationRule pivot(TableReader reader) {
    List<String> rows = reader.names("rows");
    String column = reader.needName("column");
    Formula measure = FieldReader.needFormula(reader, "measure");
    Optional<List<String>> values = reader.read("values", ValueKind.VALUES, TableRules::values);
    return new PivotRows(
        rows, column, measure, reader.need("values", ValueKind.VALUES, values).orElse(List.of()));
  }

  /** Each as the name its column gets. */
  private static Optional<List<String>> values(TomlNode node) {
    if (!(node instanceof TomlArrayNode array)) {
      return Optional.empty();
    }
    var values = new ArrayList<String>();
    array.items().forEach(item -> Scalars.shown(item).ifPresent(values::add));
    return values.size() == array.size() ? Optional.of(values) : Optional.empty();
  }

  static TransformationRule unpivot(TableReader reader) {
    return new UnpivotColumns(
        reader.needNames("columns"), reader.needName("name_to"), reader.needName("value_to"));
  }
}
