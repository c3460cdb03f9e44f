package io.qarion.core.toml;

import static java.util.Map.entry;

import io.qarion.core.flow.TaskRule;
import io.qarion.core.problem.Problem;
import io.qarion.core.transform.TransformationRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

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

  private static final String OPERATION = "operation";
  private static final String ENABLED = "enabled";

  private RuleToml() {}

  /**
   * The rules up to the first that can't be read: those after it would be checked against columns
   * that nobody knows, and under another number. What is wrong with any of them is reported.
   */
  static List<TaskRule> read(List<TomlTableNode> tables, Consumer<Problem> problems) {
    var read = new ArrayList<Optional<TaskRule>>();
    tables.forEach(table -> read.add(read(new TableReader(table, problems))));
    return read.stream().takeWhile(Optional::isPresent).flatMap(Optional::stream).toList();
  }

  private static Optional<TaskRule> read(TableReader reader) {
    if (!reader.has(OPERATION)) {
      String fix = "Write operation = \"filter\", or another of: " + all() + ".";
      reader.error(OPERATION, "field.missing", "'operation' is missing.", fix);
      return Optional.empty();
    }
    boolean off = !reader.flag(ENABLED, true);
    return reader
        .text(OPERATION)
        .flatMap(
            operation -> off ? Optional.of(new TaskRule.Off(operation)) : read(operation, reader));
  }

  /** An operation that is not known here may be a plug-in's. */
  private static Optional<TaskRule> read(String operation, TableReader reader) {
    Function<TableReader, TransformationRule> reading = READERS.get(operation);
    if (reading == null) {
      return Optional.of(
          new TaskRule.Named(
              operation, SettingsReader.without(reader.node(), Set.of(OPERATION, ENABLED))));
    }
    TransformationRule rule = reading.apply(reader);
    reader.reportUnknown();
    return reader.isBroken() ? Optional.empty() : Optional.of(new TaskRule.Known(rule));
  }

  private static String all() {
    return READERS.keySet().stream().sorted().collect(Collectors.joining(", "));
  }
}
