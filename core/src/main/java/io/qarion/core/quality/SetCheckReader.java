package io.qarion.core.quality;

import io.qarion.core.dataset.DataType;
import io.qarion.core.flow.Durations;
import io.qarion.core.flow.Settings;
import io.qarion.core.problem.NearestName;
import io.qarion.core.problem.QuickFix;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what checks of all rows together are told. */
final class SetCheckReader {

  private final Settings table;
  private final Settings config;
  private final CheckNotes notes;

  SetCheckReader(Settings table, CheckNotes notes) {
    this.table = table;
    this.config = table.table("config");
    this.notes = notes;
  }

  Optional<SetCheck> read(CheckType type) {
    return switch (type) {
      case ROW_COUNT -> bounds(config, notes).map(SetCheck.RowCount::new);
      case ROW_COUNT_CHANGE -> rowCountChange();
      case FRESHNESS -> freshness();
      case STATISTIC -> statistic();
      case SCHEMA -> schema();
      case CUSTOM_SQL -> statement();
      case COMPLETENESS,
          UNIQUENESS,
          ALLOWED_VALUES,
          PATTERN,
          RANGE,
          LENGTH,
          TYPE,
          EXPRESSION,
          REFERENTIAL ->
          throw new IllegalArgumentException(type + " looks at single rows");
    };
  }

  /** The settings {@code min}, {@code max} and {@code inclusive}. */
  static Optional<Bounds> bounds(Settings config, CheckNotes notes) {
    Optional<Object> least = Optional.ofNullable(config.values().get("min"));
    Optional<Object> most = Optional.ofNullable(config.values().get("max"));
    if (least.isEmpty() && most.isEmpty()) {
      notes.report("config", "The check has no bounds.", "Write config = { min = …, max = … }.");
      return Optional.empty();
    }
    if (least.isPresent()
        && most.isPresent()
        && least.get() instanceof Number
        && most.get() instanceof Number
        && config
            .number("min")
            .filter(min -> config.number("max").filter(max -> min.compareTo(max) > 0).isPresent())
            .isPresent()) {
      notes.report(
          "config.min",
          "Nothing is at least %s and at most %s.".formatted(least.get(), most.get()),
          "Exchange min and max.");
      return Optional.empty();
    }
    return Optional.of(new Bounds(least, most, config.flag("inclusive", true)));
  }

  private Optional<SetCheck> rowCountChange() {
    Optional<BigDecimal> ratio = config.number("max_ratio");
    if (ratio.isEmpty() || ratio.get().signum() < 0) {
      notes.report(
          "config.max_ratio",
          "The check does not say how much the number of rows may change.",
          "Write config = { max_ratio = 0.1 } for a tenth.");
      return Optional.empty();
    }
    return ratio.map(SetCheck.RowCountChange::new);
  }

  private Optional<SetCheck> freshness() {
    Optional<String> column = column();
    String age = config.text("max_age", "");
    var duration = Durations.parse(age);
    if (duration.isEmpty()) {
      notes.report(
          "config.max_age",
          age.isEmpty() ? "The check names no age." : "'%s' is no age.".formatted(age),
          "Write a number and s, m, h, d or w, such as \"24h\".");
    }
    return column.flatMap(name -> duration.map(most -> new SetCheck.Freshness(name, most)));
  }

  private Optional<SetCheck> statistic() {
    List<String> words =
        Arrays.stream(SetCheck.Figure.values()).map(SetCheck.Figure::text).toList();
    String word = config.text("statistic", "");
    var figure =
        Arrays.stream(SetCheck.Figure.values())
            .filter(each -> each.text().equals(word))
            .findFirst();
    if (figure.isEmpty()) {
      notes.report(
          "config.statistic",
          word.isEmpty()
              ? "The check names no statistic."
              : "There is no statistic '%s'.".formatted(word),
          NearestName.hint(word, words, "statistics"),
          QuickFix.replacements(config.pathOf("statistic"), word, words));
    }
    Optional<String> column = column();
    Optional<Bounds> bounds = bounds(config, notes);
    return figure.flatMap(what ->
        column.flatMap(name -> bounds.map(between -> new SetCheck.Statistic(name, what, between))));
  }

  /** The one column of the check, in {@code config.column} or in {@code columns}. */
  private Optional<String> column() {
    List<String> named = config.has("column") ? config.texts("column") : table.texts("columns");
    if (named.size() != 1) {
      notes.report(
          "columns",
          named.isEmpty() ? "The check names no column." : "The check looks at one column only.",
          "Write columns = [\"…\"].");
      return Optional.empty();
    }
    return Optional.of(named.getFirst());
  }

  private Optional<SetCheck> schema() {
    Map<String, DataType> columns = new LinkedHashMap<>();
    Settings written = config.table("columns");
    for (String name : written.keys()) {
      String word = written.text(name, "");
      Optional<DataType> type = DataType.parse(word);
      if (type.isEmpty()) {
        notes.report(
            "config.columns." + name,
            "There is no type '%s'.".formatted(word),
            "Write a type such as integer, string or decimal(12,2).");
      }
      type.ifPresent(found -> columns.put(name, found));
    }
    if (written.isEmpty()) {
      notes.report(
          "config.columns",
          "The check expects no columns.",
          "Write config = { columns = { id = \"integer\" } }.");
    }
    return columns.isEmpty()
        ? Optional.empty()
        : Optional.of(new SetCheck.ExpectedColumns(columns, config.flag("exact", false)));
  }

  private Optional<SetCheck> statement() {
    String query = config.text("query", "");
    if (query.isBlank()) {
      notes.report(
          "config.query",
          "The check has no query.",
          "Write a SELECT of the bad rows; {{ source_dataset }} stands for the rows checked.");
      return Optional.empty();
    }
    return Optional.of(new SetCheck.Statement(query));
  }
}
