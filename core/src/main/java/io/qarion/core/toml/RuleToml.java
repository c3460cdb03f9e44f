package io.qarion.core.toml;

import static java.util.Map.entry;

import io.qarion.core.problem.Problem;
import io.qarion.core.transform.TransformationRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads the visual steps of a transformation. */
final class RuleToml {

  private static final Map<String, Function<TableReader, TransformationRule>> READERS =
      Map.ofEntries(
          entry("select", ColumnRules::select),
          entry("rename", ColumnRules::rename),
          entry("derive", ColumnRules::derive),
          entry("filter", RowRules::filter),
          entry("cast", ColumnRules::cast),
          entry("fill", ColumnRules::fill),
          entry("join", TableRules::join),
          entry("union", TableRules::union),
          entry("aggregate", TableRules::aggregate),
          entry("window", TableRules::window),
          entry("distinct", RowRules::distinct),
          entry("sort", RowRules::sort),
          entry("limit", RowRules::limit),
          entry("sample", RowRules::sample),
          entry("pivot", TableRules::pivot),
          entry("unpivot", TableRules::unpivot),
          entry("split", ColumnRules::split),
          entry("replace", ColumnRules::replace));

  private static final List<String> OPERATIONS = READERS.keySet().stream().sorted().toList();

  private RuleToml() {}

  /**
   * The rules up to the first that can't be read: those after it would be checked against columns
   * that nobody knows, and under another number. What is wrong with any of them is reported.
   */
  static List<TransformationRule> read(List<TomlTableNode> tables, Consumer<Problem> problems) {
    var read = new ArrayList<Optional<TransformationRule>>();
    tables.forEach(table -> read.add(read(new TableReader(table, problems))));
    return read.stream().takeWhile(Optional::isPresent).flatMap(Optional::stream).toList();
  }

  private static Optional<TransformationRule> read(TableReader reader) {
    if (!reader.has("operation")) {
      String fix = "Write operation = \"filter\", or another of: " + all() + ".";
      reader.error("operation", "field.missing", "'operation' is missing.", fix);
      return Optional.empty();
    }
    Optional<String> operation = reader.text("operation");
    if (operation.isEmpty()) {
      return Optional.empty();
    }
    Function<TableReader, TransformationRule> reading = READERS.get(operation.get());
    if (reading == null) {
      String message = "There is no operation '%s'.".formatted(operation.get());
      reader.wrongWord("operation", "rule.operation", message, OPERATIONS);
      return Optional.empty();
    }
    TransformationRule rule = reading.apply(reader);
    reader.reportUnknown();
    return reader.isBroken() ? Optional.empty() : Optional.of(rule);
  }

  private static String all() {
    return String.join(", ", OPERATIONS);
  }
}
