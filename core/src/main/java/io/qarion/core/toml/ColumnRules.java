package io.qarion.core.toml;

import io.qarion.core.expression.Formula;
import io.qarion.core.transform.CastColumns;
import io.qarion.core.transform.DeriveColumns;
import io.qarion.core.transform.FillMissing;
import io.qarion.core.transform.RenameColumns;
import io.qarion.core.transform.ReplaceText;
import io.qarion.core.transform.SelectColumns;
import io.qarion.core.transform.SplitColumn;
import io.qarion.core.transform.TransformationRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the rules that work on columns. */
final class ColumnRules {

  private static final String COLUMNS = "columns";

  private ColumnRules() {}

  static TransformationRule select(TableReader reader) {
    if (reader.has("exclude")) {
      reader.accept(COLUMNS);
      if (reader.has(COLUMNS)) {
        reader.error(
            COLUMNS,
            "rule.either",
            "'columns' and 'exclude' can't both be given.",
            "Remove one of them.");
      }
      return new SelectColumns.Exclude(reader.needNames("exclude"));
    }
    reader.accept("exclude");
    Optional<List<SelectColumns.Choice>> read =
        reader.read(COLUMNS, ValueKind.CHOICES, ColumnRules::choices);
    List<SelectColumns.Choice> choices =
        reader.need(COLUMNS, ValueKind.CHOICES, read).orElse(List.of());
    if (read.isPresent() && choices.isEmpty()) {
      reader.error(COLUMNS, "field.empty", "'columns' is empty.", ValueKind.CHOICES.fix(COLUMNS));
    }
    return new SelectColumns.Keep(choices);
  }

  private static Optional<List<SelectColumns.Choice>> choices(TomlNode node) {
    if (!(node instanceof TomlArrayNode array)) {
      return Scalars.text(node).map(name -> List.of(choice(name)));
    }
    var choices = new ArrayList<SelectColumns.Choice>();
    for (TomlNode item : array.items()) {
      Optional<SelectColumns.Choice> choice =
          item instanceof TomlTableNode table
              ? renamed(table)
              : Scalars.text(item).map(ColumnRules::choice);
      choice.ifPresent(choices::add);
    }
    return choices.size() == array.size() ? Optional.of(choices) : Optional.empty();
  }

  private static SelectColumns.Choice choice(String name) {
    return new SelectColumns.Choice(name, Optional.empty());
  }

  private static Optional<SelectColumns.Choice> renamed(TomlTableNode table) {
    boolean wrongAs = table.has("as") && table.string("as").isEmpty();
    return wrongAs
        ? Optional.empty()
        : table.string("name").map(name -> new SelectColumns.Choice(name, table.string("as")));
  }

  static TransformationRule rename(TableReader reader) {
    return new RenameColumns(FieldReader.needTexts(reader, COLUMNS, ValueKind.NEW_NAMES));
  }

  static TransformationRule derive(TableReader reader) {
    return new DeriveColumns(FieldReader.needFormulas(reader, COLUMNS));
  }

  static TransformationRule cast(TableReader reader) {
    return new CastColumns(
        FieldReader.needTypes(reader, COLUMNS),
        reader.choice("on_error", "fail", List.of("fail", "null")).equals("null"));
  }

  static TransformationRule fill(TableReader reader) {
    List<String> columns = reader.needNames(COLUMNS);
    if (reader.has("method")) {
      reader.accept("value");
      if (reader.has("value")) {
        reader.error(
            "value",
            "rule.either",
            "'value' and 'method' can't both be given.",
            "Remove one of them.");
      }
      return new FillMissing(columns, neighbour(reader));
    }
    reader.accept("method", "order_by", "partition_by");
    Optional<Formula> value =
        reader.read("value", ValueKind.VALUE, Scalars::literal).map(Formula::parse);
    if (value.isEmpty() && !reader.has("value")) {
      reader.error(
          "value",
          "field.missing",
          "Neither 'value' nor 'method' is given.",
          "Write value = 0, or method = \"forward\" with order_by = [\"…\"].");
    }
    return new FillMissing(
        columns, new FillMissing.WithValue(value.orElseGet(() -> Formula.parse("null"))));
  }

  private static FillMissing.Filling neighbour(TableReader reader) {
    boolean backward =
        reader.choice("method", "forward", List.of("forward", "backward")).equals("backward");
    return new FillMissing.FromNeighbour(
        backward, FieldReader.needOrder(reader, "order_by"), reader.names("partition_by"));
  }

  static TransformationRule split(TableReader reader) {
    return new SplitColumn(
        reader.needName("column"), reader.needText("delimiter"), reader.needNames("into"));
  }

  static TransformationRule replace(TableReader reader) {
    return new ReplaceText(
        reader.needName("column"),
        reader.needText("pattern"),
        reader.needText("with"),
        reader.flag("regex", false));
  }
}
