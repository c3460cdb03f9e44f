package io.qarion.core.toml;

import io.qarion.core.transform.DistinctRows;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.LimitRows;
import io.qarion.core.transform.SampleRows;
import io.qarion.core.transform.SortRows;
import io.qarion.core.transform.TransformationRule;
import java.util.List;
import java.util.Optional;

/** Reads the rules that choose and order rows. */
final class RowRules {

  private RowRules() {}

  static TransformationRule filter(TableReader reader) {
    return new FilterRows(FieldReader.needFormula(reader, "condition"));
  }

  static TransformationRule distinct(TableReader reader) {
    return new DistinctRows(
        reader.names("on"),
        FieldReader.order(reader, "order_by"),
        reader.choice("keep", "first", List.of("first", "last")).equals("last"));
  }

  static TransformationRule sort(TableReader reader) {
    return new SortRows(FieldReader.needOrder(reader, "by"));
  }

  static TransformationRule limit(TableReader reader) {
    long rows = reader.need("rows", ValueKind.WHOLE, reader.whole("rows")).orElse(0L);
    return new LimitRows(rows, reader.whole("offset").orElse(0L));
  }

  static TransformationRule sample(TableReader reader) {
    Optional<Long> rows = reader.whole("rows");
    Optional<Double> fraction = reader.number("fraction");
    long seed = reader.whole("seed").orElse(0L);
    boolean both = reader.has("rows") && reader.has("fraction");
    boolean none = !reader.has("rows") && !reader.has("fraction");
    if (both || none) {
      reader.error(
          "rows",
          both ? "rule.either" : "field.missing",
          both
              ? "'rows' and 'fraction' can't both be given."
              : "Neither 'rows' nor 'fraction' is given.",
          both ? "Remove one of them." : "Write rows = 1000, or fraction = 0.1.");
    }
    return new SampleRows(
        fraction
            .<SampleRows.Size>map(SampleRows.Fraction::new)
            .orElseGet(() -> new SampleRows.Rows(rows.orElse(0L))),
        seed);
  }
}
