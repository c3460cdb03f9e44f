package io.qarion.app.designer.edit;

import io.qarion.app.designer.session.FlowNames;
import io.qarion.core.edit.NewStep;
import io.qarion.core.edit.StepDrafts;
import io.qarion.core.edit.StepDrafts.Input;
import io.qarion.core.toml.TomlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the task that an entry stands for, named and set by what it reads. */
final class StepMaker {

  private static final String SQL = "SELECT *\nFROM {{ source_dataset }}\n";

  private final Set<String> operations;

  /**
   * @param operations that names of datasets may end with, so that names do not grow
   */
  StepMaker(Set<String> operations) {
    this.operations = Set.copyOf(operations);
  }

  /**
   * The task for an entry.
   *
   * @param inputs what it reads, the main one first
   */
  NewStep of(StepKind kind, List<Input> inputs) {
    String main = inputs.stream().findFirst().map(input -> stem(input)).orElse("");
    return switch (kind) {
      case StepKind.Operation(String operation) -> operation(operation, main, inputs);
      case StepKind.Statement _ -> {
        String id = joined(main, "sql");
        yield new NewStep(
            id,
            "",
            "transformation",
            Optional.of(id),
            List.of(),
            Map.of(),
            Map.of("sql", TomlValue.of(SQL)));
      }
      case StepKind.DataFile(String path) -> file(path);
      case StepKind.OfType(String type) -> ofType(type, main, inputs);
    };
  }

  private NewStep operation(String operation, String main, List<Input> inputs) {
    boolean two = inputs.size() > 1;
    String id = two ? main + "_" + stem(inputs.get(1)) : joined(main, operation);
    return NewStep.ofRule(id, StepDrafts.rule(operation, inputs));
  }

  private static NewStep file(String path) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    int end = file.indexOf('.');
    String name = FlowNames.id(end > 0 ? file.substring(0, end) : file).value();
    return new NewStep(
        "load_" + name,
        "",
        "ingestion",
        Optional.of(name),
        List.of(),
        Map.of(),
        Map.of("source_path", TomlValue.of(path)));
  }

  private static NewStep ofType(String type, String main, List<Input> inputs) {
    return switch (type) {
      case "ingestion" ->
          new NewStep(
              "load",
              "",
              type,
              Optional.of("loaded"),
              List.of(),
              Map.of(),
              Map.of("source_path", TomlValue.of("data")));
      case "export" ->
          other(
              joined(type, main),
              type,
              Map.of(),
              Map.of(
                  "file_path", TomlValue.of("out/" + (main.isEmpty() ? "rows" : main) + ".csv")));
      case "quality_check" ->
          other(joined("check", main), type, Map.of(), Map.of("checks", checks(inputs)));
      case "flow" -> other("run_flow", type, Map.of("flow_id", TomlValue.of("")), Map.of());
      default -> other(joined(type, main), type, Map.of(), Map.of());
    };
  }

  private static NewStep other(
      String id, String type, Map<String, TomlValue> properties, Map<String, TomlValue> config) {
    return new NewStep(id, "", type, Optional.empty(), List.of(), properties, config);
  }

  /** That the first column has a value: the check that most data begin with. */
  private static TomlValue checks(List<Input> inputs) {
    var check = new LinkedHashMap<String, TomlValue>();
    check.put("check_id", TomlValue.of("complete"));
    check.put("check_type", TomlValue.of("completeness"));
    check.put(
        "columns",
        TomlValue.ofStrings(
            inputs.stream().flatMap(input -> input.schema().names().stream()).limit(1).toList()));
    check.put("severity", TomlValue.of("warning"));
    return TomlValue.of(List.of(new TomlValue.Table(check)));
  }

  /** The name of a dataset without the operation that it ends with. */
  private String stem(Input input) {
    String name = input.name().value();
    return operations.stream()
        .map(operation -> "_" + operation)
        .filter(end -> name.endsWith(end) && name.length() > end.length())
        .findFirst()
        .map(end -> name.substring(0, name.length() - end.length()))
        .orElse(name);
  }

  private static String joined(String first, String second) {
    return first.isEmpty() ? second : second.isEmpty() ? first : first + "_" + second;
  }
}
