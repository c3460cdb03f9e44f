package io.qarion.core.quality;

import io.qarion.core.dataset.Schema;
import io.qarion.core.expression.Formula;
import io.qarion.core.expression.Names;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.JoinRows;
import io.qarion.core.transform.SelectColumns;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.WindowColumns;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Says as rules which rows of a dataset fail a row-level check. */
public final class FailingRows {

  /** The check types that look at single rows. */
  public static final List<String> TYPES =
      List.of(
          "completeness",
          "uniqueness",
          "allowed_values",
          "pattern",
          "range",
          "length",
          "type",
          "expression",
          "referential");

  private static final String COUNT = "xt_count";

  private final QualityCheck check;
  private final Consumer<Problem> problems;

  public FailingRows(QualityCheck check, Consumer<Problem> problems) {
    this.check = check;
    this.problems = problems;
  }

  /** The rules; empty if the check makes no sense as written, which has been reported. */
  public List<TransformationRule> rules(Schema schema) {
    for (String column : check.columns()) {
      if (!schema.has(column)) {
        report(
            "columns",
            "There is no column '%s' here.".formatted(column),
            "Known columns: " + String.join(", ", schema.names()) + ".");
        return List.of();
      }
    }
    if (check.columns().isEmpty() && !check.type().equals("expression")) {
      report("columns", "The check names no column.", "Write columns = [\"…\"].");
      return List.of();
    }
    return switch (check.type()) {
      case "completeness" -> failing(any(this::isMissing));
      case "uniqueness" -> repeated(schema);
      case "allowed_values" ->
          check.config().has("values") ? failing(any(this::isOther)) : unreferenced();
      case "pattern" -> failing(any(this::isUnlike));
      case "range" -> failing(any(this::isOutside));
      case "length" -> failing(any(this::isLongOrShort));
      case "type" -> failing(any(this::isNoType));
      case "expression" ->
          failing("not coalesce(" + check.config().text("expression", "true") + ", false)");
      case "referential" -> unreferenced();
      default -> {
        report(
            "check_type",
            "There is no row-level check '%s'.".formatted(check.type()),
            "Write one of: " + String.join(", ", TYPES) + ".");
        yield List.of();
      }
    };
  }

  /** Name of the dataset that values must be found in, if the check has one. */
  public static Optional<String> referenced(QualityCheck check) {
    return check.config().text("dataset_id");
  }

  private List<TransformationRule> failing(String condition) {
    return condition.isEmpty() ? List.of() : List.of(new FilterRows(Formula.parse(condition)));
  }

  private List<TransformationRule> repeated(Schema schema) {
    return List.of(
        new WindowColumns(check.columns(), List.of(), Map.of(COUNT, Formula.parse("count(*)"))),
        new FilterRows(
            Formula.parse(
                COUNT + " > 1 and " + all(column -> Names.quoted(column) + " is not null"))),
        SelectColumns.Keep.names(schema.names()));
  }

  private List<TransformationRule> unreferenced() {
    Optional<String> dataset = referenced(check);
    if (dataset.isEmpty()) {
      report(
          "config",
          "The check does not say where the values are.",
          "Write config = { dataset_id = \"…\", columns = [\"…\"] }.");
      return List.of();
    }
    List<String> there = check.config().texts(check.config().has("columns") ? "columns" : "column");
    var pairs = new ArrayList<JoinRows.Pair>();
    for (int i = 0; i < check.columns().size(); i++) {
      String column = check.columns().get(i);
      pairs.add(new JoinRows.Pair(column, i < there.size() ? there.get(i) : column));
    }
    return List.of(
        new FilterRows(Formula.parse(all(column -> Names.quoted(column) + " is not null"))),
        new JoinRows(dataset.get(), JoinRows.How.ANTI, new JoinRows.OnPairs(pairs), ""));
  }

  private String isMissing(String column) {
    String empty =
        check.config().flag("empty_is_null", false)
            ? " or cast(" + Names.quoted(column) + " as string) = ''"
            : "";
    return Names.quoted(column) + " is null" + empty;
  }

  private String isOther(String column) {
    String values =
        check.config().list("values").stream()
            .map(FailingRows::literal)
            .collect(Collectors.joining(", "));
    return "%s not in (%s)".formatted(Names.quoted(column), values);
  }

  private String isUnlike(String column) {
    String pattern = check.config().text("regex", "");
    String whole = check.config().flag("full_match", false) ? "^(?:" + pattern + ")$" : pattern;
    return "not regexp_matches(%s, %s)".formatted(Names.quoted(column), literal(whole));
  }

  private String isOutside(String column) {
    boolean inclusive = check.config().flag("inclusive", true);
    var parts = new ArrayList<String>();
    bound("min")
        .ifPresent(min -> parts.add(Names.quoted(column) + (inclusive ? " < " : " <= ") + min));
    bound("max")
        .ifPresent(max -> parts.add(Names.quoted(column) + (inclusive ? " > " : " >= ") + max));
    return String.join(" or ", parts);
  }

  private String isLongOrShort(String column) {
    var parts = new ArrayList<String>();
    bound("min").ifPresent(min -> parts.add("length(" + Names.quoted(column) + ") < " + min));
    bound("max").ifPresent(max -> parts.add("length(" + Names.quoted(column) + ") > " + max));
    return String.join(" or ", parts);
  }

  private String isNoType(String column) {
    return "%s is not null and try_cast(cast(%s as string) as %s) is null"
        .formatted(
            Names.quoted(column),
            Names.quoted(column),
            check.config().text("schema_type", "string"));
  }

  private Optional<String> bound(String key) {
    Object value = check.config().values().get(key);
    return Optional.ofNullable(value).map(FailingRows::literal);
  }

  private String any(UnaryOperator<String> condition) {
    return check.columns().stream()
        .map(condition)
        .filter(text -> !text.isEmpty())
        .map(text -> "(" + text + ")")
        .collect(Collectors.joining(" or "));
  }

  private String all(UnaryOperator<String> condition) {
    return check.columns().stream().map(condition).collect(Collectors.joining(" and "));
  }

  private static String literal(Object value) {
    return switch (value) {
      case String text -> "'" + text.replace("'", "''") + "'";
      case Double number -> BigDecimal.valueOf(number).toPlainString();
      case LocalDate date -> "date '" + date + "'";
      case LocalDateTime time -> "timestamp '" + time + "'";
      default -> value.toString();
    };
  }

  private void report(String key, String message, String fix) {
    problems.accept(
        Problem.error("check.settings", Place.of(check.path() + "." + key), message, fix));
  }
}
