package io.qarion.core.plugin;

import static io.qarion.core.plugin.PropertyDeclaration.choice;
import static io.qarion.core.plugin.PropertyDeclaration.optional;
import static io.qarion.core.plugin.PropertyDeclaration.required;

import io.qarion.core.plugin.PropertyDeclaration.Choice;
import io.qarion.core.plugin.PropertyDeclaration.Named;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.core.plugin.PropertyDeclaration.Tables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings of quality checks, each of its kind. */
public final class CheckDeclarations {

  private static final PropertyDeclaration COLUMNS =
      required("columns", Simple.COLUMNS, "The columns that are looked at.");
  private static final PropertyDeclaration DATASET =
      required("config.dataset_id", Simple.DATASET, "Where the values must be found.");
  private static final PropertyDeclaration SMALLEST =
      optional("config.min", Simple.VALUE, "", "The smallest that is good.");
  private static final PropertyDeclaration LARGEST =
      optional("config.max", Simple.VALUE, "", "The largest that is good.");

  private CheckDeclarations() {}

  /** A list of checks. */
  public static Tables all() {
    return new Tables("check_name", "check_type", common(), setKinds());
  }

  /** A list of checks that say of each row by itself whether it is good. */
  public static Tables ofSingleRows() {
    return new Tables("check_name", "check_type", common(), kinds());
  }

  private static List<PropertyDeclaration> common() {
    return List.of(
        choice(
            "severity",
            "What a failure means: error and critical fail the run, the others are shown.",
            "error",
            "critical",
            "warning",
            "info"),
        optional(
            "config.threshold", Simple.NUMBER, "1.0", "Share of the rows that must pass, 0 to 1."),
        optional("enabled", Simple.FLAG, "true", "Whether it is looked at."),
        optional("check_id", Simple.TEXT, "", "Name that stays when others change."),
        optional("description", Simple.TEXT, "", "Why it should hold."));
  }

  private static Map<String, List<PropertyDeclaration>> kinds() {
    var kinds = new LinkedHashMap<String, List<PropertyDeclaration>>();
    ofValues(kinds);
    ofText(kinds);
    ofRows(kinds);
    return kinds;
  }

  private static Map<String, List<PropertyDeclaration>> setKinds() {
    Map<String, List<PropertyDeclaration>> kinds = new LinkedHashMap<>(kinds());
    kinds.put("row_count", List.of(SMALLEST, LARGEST));
    kinds.put(
        "row_count_change",
        List.of(
            required(
                "config.max_ratio",
                Simple.NUMBER,
                "Share by which the number may differ from that of the batch before.")));
    kinds.put(
        "freshness",
        List.of(
            optional(
                "config.column", Simple.COLUMN, "the first of columns", "The column with times."),
            optional("columns", Simple.COLUMNS, "", "Or here."),
            required("config.max_age", Simple.TEXT, "How old the latest may be, such as 24h.")));
    kinds.put("statistic", statistic());
    kinds.put(
        "schema",
        List.of(
            required(
                "config.columns", new Named(Simple.TYPE), "The columns to expect, with types."),
            optional("config.exact", Simple.FLAG, "false", "Whether there may be no others.")));
    kinds.put(
        "custom_sql",
        List.of(required("config.query", Simple.SQL, "A SELECT that gives the bad rows.")));
    return kinds;
  }

  private static List<PropertyDeclaration> statistic() {
    return List.of(
        COLUMNS,
        required(
            "config.statistic",
            new Choice(
                List.of("sum", "mean", "min", "max", "stddev", "distinct_count", "null_count")),
            "The figure that is looked at."),
        SMALLEST,
        LARGEST);
  }

  private static void ofValues(Map<String, List<PropertyDeclaration>> kinds) {
    kinds.put(
        "completeness",
        List.of(
            COLUMNS,
            optional(
                "config.empty_is_null", Simple.FLAG, "false", "Whether empty text is missing.")));
    kinds.put("uniqueness", List.of(COLUMNS));
    kinds.put(
        "allowed_values",
        List.of(
            COLUMNS,
            optional("config.values", Simple.TEXTS, "", "The values that are good."),
            optional("config.dataset_id", Simple.DATASET, "", "Or the dataset that has them."),
            optional("config.column", Simple.TEXT, "", "And its column."),
            optional(
                "config.columns", Simple.TEXTS, "", "Or its columns, where there are several.")));
    kinds.put(
        "range",
        List.of(
            COLUMNS,
            SMALLEST,
            LARGEST,
            optional(
                "config.inclusive",
                Simple.FLAG,
                "true",
                "Whether these two are good themselves.")));
  }

  private static void ofText(Map<String, List<PropertyDeclaration>> kinds) {
    kinds.put(
        "pattern",
        List.of(
            COLUMNS,
            required("config.regex", Simple.TEXT, "Regular expression that good text matches."),
            optional("config.full_match", Simple.FLAG, "false", "From its begin to its end.")));
    kinds.put("length", List.of(COLUMNS, SMALLEST, LARGEST));
    kinds.put(
        "type",
        List.of(
            COLUMNS,
            required("config.schema_type", Simple.TYPE, "Type that the text must be able to be.")));
  }

  private static void ofRows(Map<String, List<PropertyDeclaration>> kinds) {
    kinds.put(
        "expression",
        List.of(
            optional("columns", Simple.COLUMNS, "", "The columns that it speaks of."),
            required("config.expression", Simple.EXPRESSION, "True for a good row.")));
    kinds.put(
        "referential",
        List.of(
            COLUMNS,
            DATASET,
            optional("config.columns", Simple.TEXTS, "", "What they are called there."),
            optional("config.column", Simple.TEXT, "", "Or the one column there.")));
  }
}
