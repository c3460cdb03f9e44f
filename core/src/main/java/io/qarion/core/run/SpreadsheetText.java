package io.qarion.core.run;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.engine.Engine;
import io.qarion.core.engine.FileTarget;
import io.qarion.core.file.SpreadsheetSafety;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.TransformationSource;
import java.util.List;
import java.util.Map;

/** Makes the rows of an export harmless for the spreadsheets that open its file. */
final class SpreadsheetText {

  private final Engine engine;
  private final Map<String, Object> values;

  SpreadsheetText(Engine engine, Map<String, Object> values) {
    this.engine = engine;
    this.values = values;
  }

  /** Whether spreadsheets guess at the cells of such a file; other formats know their types. */
  static boolean concerns(FileTarget target) {
    return target.writer().equals("csv");
  }

  /**
   * The query to write.
   *
   * @param changed rows that differ from the original
   */
  record Safe(Query query, long changed) {}

  Safe of(Query query, Cancellation cancellation) {
    Schema schema = engine.describe(query, values);
    List<String> texts =
        schema.columns().stream()
            .filter(column -> column.type() == PlainType.STRING)
            .map(Column::name)
            .toList();
    if (texts.isEmpty()) {
      return new Safe(query, 0);
    }
    long changed =
        engine.count(
            extended(query, schema, SpreadsheetSafety.rowsChanged(texts)), values, cancellation);
    return changed == 0
        ? new Safe(query, 0)
        : new Safe(extended(query, schema, SpreadsheetSafety.neutralise(texts)), changed);
  }

  private static Query extended(Query query, Schema schema, TransformationRule rule) {
    var source = TransformationSource.of("exported", new RowSource.Computed(query, schema));
    return Query.of(List.of(source), List.of(rule));
  }
}
