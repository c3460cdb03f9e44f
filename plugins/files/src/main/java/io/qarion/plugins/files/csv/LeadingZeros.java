package io.qarion.plugins.files.csv;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.plugins.duckdb.SqlText;
import io.qarion.plugins.duckdb.TextRow;
import io.qarion.plugins.files.common.FileProbe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Keeps digits with a zero in front, such as postal codes, as text: as numbers they'd lose it. */
final class LeadingZeros {

  private LeadingZeros() {}

  static CsvDialect kept(FileProbe probe, Path file, CsvDialect dialect) {
    List<String> numbers =
        dialect.detected().columns().stream()
            .filter(column -> column.type().isNumeric())
            .map(Column::name)
            .toList();
    if (numbers.isEmpty()) {
      return dialect;
    }
    List<String> texts = withZeros(probe, file, dialect, numbers);
    if (texts.isEmpty()) {
      return dialect;
    }
    var columns = new ArrayList<Column>();
    for (Column column : dialect.detected().columns()) {
      columns.add(texts.contains(column.name()) ? column.withType(PlainType.STRING) : column);
    }
    var decisions = new ArrayList<>(dialect.decisions());
    texts.forEach(name -> decisions.add("'%s' is text: it has leading zeros.".formatted(name)));
    return new CsvDialect(dialect.options(), new Schema(columns), decisions);
  }

  private static List<String> withZeros(
      FileProbe probe, Path file, CsvDialect dialect, List<String> numbers) {
    var arguments = new ArrayList<>(List.of(SqlText.text(file.toString())));
    var types = new LinkedHashMap<String, Object>();
    dialect.detected().names().forEach(name -> types.put(name, "VARCHAR"));
    arguments.add("auto_detect = false, ignore_errors = true");
    arguments.add("columns = " + SqlText.option(types));
    CsvDialect.readers(dialect.options())
        .forEach((key, value) -> arguments.add(key + " = " + SqlText.option(value)));
    String sql =
        "SELECT %s FROM (FROM read_csv(%s) LIMIT %d)"
            .formatted(
                numbers.stream()
                    .map(name ->
                        "coalesce(bool_or(regexp_matches(%1$s, '^[+-]?0[0-9]')), false) AS %1$s"
                            .formatted(SqlText.name(name)))
                    .collect(Collectors.joining(", ")),
                String.join(", ", arguments),
                CsvDialect.SAMPLE);
    TextRow found = probe.rows(sql).getFirst();
    return numbers.stream().filter(found::flag).toList();
  }
}
