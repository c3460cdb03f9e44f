package io.qarion.core.quality;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.expression.Formula;
import io.qarion.core.flow.Settings;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.NearestName;
import io.qarion.core.problem.QuickFix;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/** Reads what checks of single rows are told. */
final class RowCheckReader {

  private final Settings table;
  private final Settings config;
  private final CheckNotes notes;

  RowCheckReader(Settings table, CheckNotes notes) {
    this.table = table;
    this.config = table.table("config");
    this.notes = notes;
  }

  Optional<RowCheck> read(CheckType type) {
    List<String> columns = table.texts("columns");
    if (type != CheckType.EXPRESSION && columns.isEmpty()) {
      notes.report("columns", "The check names no column.", "Write columns = [\"…\"].");
      return Optional.empty();
    }
    return switch (type) {
      case COMPLETENESS ->
          Optional.of(new RowCheck.Completeness(columns, config.flag("empty_is_null", false)));
      case UNIQUENESS -> Optional.of(new RowCheck.Uniqueness(columns));
      case ALLOWED_VALUES -> allowed(columns);
      case PATTERN -> pattern(columns);
      case RANGE -> bounds().map(bounds -> new RowCheck.Range(columns, bounds));
      case LENGTH -> bounds().map(bounds -> new RowCheck.Length(columns, bounds));
      case TYPE -> type(columns);
      case EXPRESSION -> condition();
      case REFERENTIAL -> referential(columns);
      case ROW_COUNT, ROW_COUNT_CHANGE, FRESHNESS, STATISTIC, SCHEMA, CUSTOM_SQL ->
          throw new IllegalArgumentException(type + " looks at all rows");
    };
  }

  private Optional<RowCheck> allowed(List<String> columns) {
    if (!config.has("values")) {
      return referential(columns);
    }
    List<Object> values = config.list("values");
    if (values.isEmpty()) {
      notes.report("config.values", "No value is allowed.", "Write values = [\"…\"].");
      return Optional.empty();
    }
    return Optional.of(new RowCheck.AllowedValues(columns, values));
  }

  private Optional<RowCheck> pattern(List<String> columns) {
    String regex = config.text("regex", "");
    if (regex.isEmpty()) {
      notes.report(
          "config.regex", "The check has no pattern.", "Write config = { regex = \"…\" }.");
      return Optional.empty();
    }
    try {
      var _ = java.util.regex.Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      notes.report(
          "config.regex",
          "This is no pattern: %s.".formatted(e.getDescription()),
          "Correct it near character %d.".formatted(Math.max(1, e.getIndex() + 1)));
      return Optional.empty();
    }
    return Optional.of(new RowCheck.Pattern(columns, regex, config.flag("full_match", false)));
  }

  private Optional<Bounds> bounds() {
    return SetCheckReader.bounds(config, notes);
  }

  private Optional<RowCheck> type(List<String> columns) {
    String word = config.text("schema_type", "");
    Optional<DataType> type = DataType.parse(word);
    if (type.isEmpty()) {
      List<String> words = Arrays.stream(PlainType.values()).map(PlainType::text).toList();
      notes.report(
          "config.schema_type",
          word.isEmpty() ? "The check names no type." : "There is no type '%s'.".formatted(word),
          NearestName.hint(word, words, "types"),
          QuickFix.replacements(config.pathOf("schema_type"), word, words));
    }
    return type.map(found -> new RowCheck.Type(columns, found));
  }

  private Optional<RowCheck> condition() {
    String text = config.text("expression", "");
    if (text.isBlank()) {
      notes.report(
          "config.expression",
          "The check has no expression.",
          "Write config = { expression = \"…\" }, which is true for a good row.");
      return Optional.empty();
    }
    return Optional.of(new RowCheck.Condition(Formula.parse(text)));
  }

  private Optional<RowCheck> referential(List<String> columns) {
    Optional<String> dataset = config.text("dataset_id").filter(name -> !name.isBlank());
    if (dataset.isEmpty()) {
      notes.report(
          "config",
          "The check does not say where the values are.",
          "Write config = { dataset_id = \"…\", columns = [\"…\"] }.");
      return Optional.empty();
    }
    List<String> theirs = config.texts(config.has("columns") ? "columns" : "column");
    if (!theirs.isEmpty() && theirs.size() != columns.size()) {
      notes.report(
          config.has("columns") ? "config.columns" : "config.column",
          "%d columns here are compared with %d there.".formatted(columns.size(), theirs.size()),
          "Name as many there as here, in the same order.");
      return Optional.empty();
    }
    return Optional.of(
        new RowCheck.Referential(
            columns, new DatasetName(dataset.get()), theirs.isEmpty() ? columns : theirs));
  }
}
