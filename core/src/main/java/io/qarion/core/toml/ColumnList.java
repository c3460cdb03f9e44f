package io.qarion.core.toml;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects declared columns, each name once. */
final class ColumnList {

  private static final String TYPE = "schema_type";

  private final Map<String, Column> columns = new LinkedHashMap<>();

  Schema schema() {
    return new Schema(List.copyOf(columns.values()));
  }

  boolean has(String name) {
    return columns.containsKey(name);
  }

  /** Reads one column; where its type is missing or unknown, text stands for it. */
  void add(String name, TableReader reader) {
    reader.need(TYPE, ValueKind.TYPE, reader.read(TYPE, ValueKind.TYPE, Scalars::text));
    Optional<DataType> type =
        reader
            .node()
            .get(TYPE)
            .filter(node -> Scalars.text(node).isPresent())
            .flatMap(node -> FieldReader.type(reader, node))
            .map(written -> withDigits(written, reader));
    boolean required = reader.flag("required", false);
    withoutEffect(reader);
    var column = new Column(name, type.orElse(PlainType.STRING), required);
    if (columns.putIfAbsent(name, column) != null) {
      reader.broken(
          Problem.error(
              "column.duplicate",
              reader.placeOf("name"),
              "Two columns are named '%s'.".formatted(name),
              "Give one of them another name."));
    }
  }

  /** What is kept in the file and is better said elsewhere, since no engine acts on it here. */
  private static void withoutEffect(TableReader reader) {
    withoutEffect(
        reader, "default", "Fill what is missing in a step, as in coalesce(status, 'new').");
    withoutEffect(
        reader, "unique", "Let a quality_check task check it, by check_type = \"uniqueness\".");
    withoutEffect(
        reader, "max_length", "Let a quality_check task check it, by check_type = \"length\".");
  }

  private static void withoutEffect(TableReader reader, String key, String fix) {
    reader.accept(key);
    if (reader.has(key)) {
      reader
          .problems()
          .accept(
              Problem.hint(
                  "key.without_effect",
                  reader.placeOf(key),
                  "'%s' of a column is kept, but nothing acts on it.".formatted(key),
                  fix));
    }
  }

  /** A decimal may have its digits in keys of their own. */
  private static DataType withDigits(DataType type, TableReader reader) {
    Optional<Long> precision = reader.whole("precision");
    Optional<Long> scale = reader.whole("scale");
    if (!(type instanceof DecimalType written) || (precision.isEmpty() && scale.isEmpty())) {
      return type;
    }
    long digits = precision.orElse((long) written.precision());
    long afterPoint = scale.orElse(precision.isPresent() ? 0L : written.scale());
    Optional<DataType> stated = DataType.parse("decimal(%d,%d)".formatted(digits, afterPoint));
    if (stated.isEmpty()) {
      reader.error(
          precision.isPresent() ? "precision" : "scale",
          "type.digits",
          "There is no decimal with %d digits, %d of them after the point."
              .formatted(digits, afterPoint),
          "Write a precision from 1 to 38 and a scale from 0 to the precision.");
    }
    return stated.orElse(type);
  }
}
