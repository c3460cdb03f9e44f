package io.qarion.plugins.flows.scd2;

import static io.qarion.plugins.flows.scd2.VersionColumns.earlier;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.expression.Formula;
import io.qarion.core.expression.Names;
import io.qarion.core.transform.DeriveColumns;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.FlagDifferences;
import io.qarion.core.transform.JoinRows;
import io.qarion.core.transform.SelectColumns;
import io.qarion.core.transform.TransformationRule;
import io.qarion.plugins.flows.common.KeyText;
import io.qarion.plugins.flows.common.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The operations that make versions of a delivery: put the open version beside each record, say
 * what happened to the key, and let each change close one version and open another.
 */
final class VersionRules {

  static final String DIFFERS = "xt_differs";

  private static final String HERE = "xt_here";
  private static final String TIME = "xt_time";
  private static final String KIND = "xt_kind";
  private static final String AT = "xt_at";

  private static final String IS_CLOSING =
      VersionSources.PART + " = '" + VersionSources.CLOSES + "'";

  private final Schema input;
  private final List<String> keys;
  private final Scd2Settings settings;

  VersionRules(Schema input, List<String> keys, Scd2Settings settings) {
    this.input = input;
    this.keys = keys;
    this.settings = settings;
  }

  static Formula formula(String text) {
    return Formula.parse(text);
  }

  static FilterRows filter(String condition) {
    return new FilterRows(Formula.parse(condition));
  }

  List<TransformationRule> rules() {
    boolean looksForGone = settings.hardDeletes() != Scd2Settings.HardDeletes.IGNORE;
    return List.of(
        derive(HERE, "true", TIME, time()),
        joinKeys(VersionSources.OPEN, looksForGone ? JoinRows.How.FULL : JoinRows.How.LEFT),
        joinKeys(VersionSources.CLOSED, JoinRows.How.LEFT),
        differences(),
        derive(KIND, kind(), AT, at()),
        filter(KIND + " <> 'none'"),
        new JoinRows(VersionSources.PARTS, JoinRows.How.CROSS, new JoinRows.Always(), "_part"),
        filter(parts()),
        new DeriveColumns(values()),
        SelectColumns.Keep.names(output()));
  }

  /** Puts another source beside each record of the same key. */
  JoinRows joinKeys(String source, JoinRows.How how) {
    return Tables.join(how, source, keys);
  }

  FlagDifferences differences() {
    Map<String, String> pairs = new LinkedHashMap<>();
    settings.checked().forEach(name -> pairs.put(name, earlier(name)));
    return new FlagDifferences(DIFFERS, pairs, earlier(TechnicalColumns.BATCH_ID), Map.of());
  }

  /** When a record changed: as the source says, or now. */
  private String time() {
    return settings
        .updatedAt()
        .map(column -> "coalesce(cast(" + Names.quoted(column) + " as timestamp), :batch_clock)")
        .orElse(":batch_clock");
  }

  private String kind() {
    String changed =
        settings
            .updatedAt()
            .map(column ->
                "case when %s is null then %s else %s < %s end"
                    .formatted(
                        Names.quoted(column), DIFFERS, earlier(VersionColumns.VALID_FROM), TIME))
            .orElse(DIFFERS);
    return """
    case when %1$s is null then case when %2$s then 'none' else 'gone' end
      when %3$s is null then 'new'
      when %2$s then 'returned'
      when %4$s then 'changed'
      else 'none' end\
    """
        .formatted(
            HERE, earlier(VersionColumns.IS_DELETED), earlier(VersionColumns.VERSION), changed);
  }

  /** Where one version ends and the next begins: never before the one that ends has begun. */
  private static String at() {
    return "greatest(case when %s is null then :batch_clock else %s end, date_add('microsecond', 1, %s), %s)"
        .formatted(HERE, TIME, earlier(VersionColumns.VALID_FROM), VersionSources.LAST_END);
  }

  private String parts() {
    String opening =
        settings.hardDeletes() == Scd2Settings.HardDeletes.NEW_RECORD
            ? "true"
            : KIND + " <> 'gone'";
    return "case when %s then %s <> 'new' else %s end".formatted(IS_CLOSING, KIND, opening);
  }

  private Map<String, Formula> values() {
    Map<String, String> values = new LinkedHashMap<>();
    for (Column column : input.columns()) {
      if (!keys.contains(column.name())) {
        values.put(
            column.name(),
            "case when %s or %s = 'gone' then %s else %s end"
                .formatted(
                    IS_CLOSING,
                    KIND,
                    Names.quoted(earlier(column.name())),
                    Names.quoted(column.name())));
      }
    }
    values.put(VersionColumns.VALID_FROM, either(VersionColumns.VALID_FROM, AT));
    values.put(VersionColumns.VALID_TO, "case when " + IS_CLOSING + " then " + AT + " end");
    values.put(VersionColumns.IS_CURRENT, "not (" + IS_CLOSING + ")");
    values.put(VersionColumns.IS_DELETED, either(VersionColumns.IS_DELETED, KIND + " = 'gone'"));
    values.put(
        VersionColumns.VERSION,
        either(
            VersionColumns.VERSION,
            "coalesce(%s, %s, 0) + 1"
                .formatted(earlier(VersionColumns.VERSION), VersionSources.LAST_VERSION)));
    values.put(VersionColumns.RECORD_ID, recordId());
    values.put(TechnicalColumns.BATCH_ID, either(TechnicalColumns.BATCH_ID, ":batch_id"));
    values.put(VersionColumns.CLOSED_BATCH, "case when " + IS_CLOSING + " then :batch_id end");
    return Tables.formulas(values);
  }

  /** What the version that closes had, or what the one that opens gets. */
  private static String either(String column, String opened) {
    return "case when %s then %s else %s end".formatted(IS_CLOSING, earlier(column), opened);
  }

  private String recordId() {
    return "md5(concat(%s, ':', cast(%s as string)))"
        .formatted(KeyText.of(keys), VersionColumns.VALID_FROM);
  }

  private List<String> output() {
    var names = new ArrayList<>(input.names());
    VersionColumns.ALL.forEach(column -> names.add(column.name()));
    return names;
  }

  private static DeriveColumns derive(String first, String value, String second, String other) {
    Map<String, Formula> columns = new LinkedHashMap<>();
    columns.put(first, Formula.parse(value));
    columns.put(second, Formula.parse(other));
    return new DeriveColumns(columns);
  }
}
