package io.qarion.core.edit.rename;

import io.qarion.core.dataset.Schema;
import io.qarion.core.expression.Expression.ColumnReference;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.toml.TomlArrayNode;
import io.qarion.core.toml.TomlNode;
import io.qarion.core.toml.TomlPath;
import io.qarion.core.toml.TomlScalarNode;
import io.qarion.core.toml.TomlTableNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives a dataset another name, in all flows and in the file that declares it. */
public record RenameDataset(ProjectTexts texts, Known known) {

  private static final Set<String> NAMES =
      Set.of("source_dataset_id", "source_dataset_ids", "target_dataset_id", "dataset_id");
  private static final Set<String> STATEMENTS = Set.of("sql", "query");
  private static final String NAME = "name";

  /**
   * Renames a dataset.
   *
   * @throws io.qarion.core.problem.QarionException if another dataset has the name, or no task
   *     gives this one its name
   */
  public ProjectChange of(DatasetName from, DatasetName to) {
    ProjectChange.checkName(from.value(), to.value());
    Map<String, TextChanges> all = TextChanges.of(texts);
    check(all, from.value(), to.value());
    for (TextChanges text : all.values()) {
      TomlTableNode root = text.document().root();
      boolean declares =
          texts.datasets().contains(text.original())
              && root.string(NAME).filter(from.value()::equals).isPresent();
      if (declares) {
        text.texts(TomlPath.of(NAME), _ -> to.value(), false);
      }
      Step.of(text).forEach(step -> joins(step, from.value(), to.value()));
      names(text, text.document().root(), from.value(), to.value());
    }
    return TextChanges.projectChange(all.values());
  }

  private void check(Map<String, TextChanges> all, String from, String to) {
    var made = new HashSet<String>();
    for (TextChanges text : all.values()) {
      Step.of(text).forEach(step -> step.target().ifPresent(made::add));
    }
    texts.datasets().forEach(text -> text.root().string(NAME).ifPresent(made::add));
    if (made.contains(to) || known.schemas().containsKey(new DatasetName(to))) {
      throw ProjectChange.taken("a dataset", to);
    }
    if (!made.contains(from)) {
      throw ProjectChange.refused(
          "",
          "",
          "The name '%s' comes from the id of the flow that makes it.".formatted(from),
          "Rename the flow instead.");
    }
  }

  private static void names(TextChanges text, TomlNode node, String from, String to) {
    switch (node) {
      case TomlTableNode table ->
          table.children().values().forEach(child -> names(text, child, from, to));
      case TomlArrayNode array -> array.items().forEach(item -> names(text, item, from, to));
      case TomlScalarNode scalar -> {
        String key = scalar.path().keys().isEmpty() ? "" : scalar.path().keys().getLast();
        if (NAMES.contains(key)) {
          text.texts(scalar.path(), name -> name.equals(from) ? to : name, false);
        } else if (STATEMENTS.contains(key)) {
          text.texts(scalar.path(), sql -> Statements.dataset(sql, from, to), true);
        }
      }
    }
  }

  /** The visual steps that bring the dataset in. */
  private void joins(Step step, String from, String to) {
    List<TomlTableNode> rules = step.ruleTables();
    for (int i = 0; i < rules.size(); i++) {
      TomlPath rule = step.rules().index(i);
      if (!Step.joins(rules.get(i).string("operation").orElse(""))) {
        continue;
      }
      boolean joins = rules.get(i).string("with").filter(from::equals).isPresent();
      step.text().texts(rule.key("with"), name -> name.equals(from) ? to : name, false);
      if (joins) {
        suffix(step, rules.get(i), from, to);
        step.text()
            .texts(
                rule.key("condition"),
                condition ->
                    SettingColumns.expression(
                        condition,
                        column ->
                            column.qualifier().filter(from::equals).isPresent()
                                ? new ColumnReference(Optional.of(to), column.name(), column.span())
                                : column),
                false);
      }
    }
  }

  /** Columns that come out under a name with the dataset's behind it keep that name. */
  private void suffix(Step step, TomlTableNode rule, String from, String to) {
    TomlPath path = rule.path().key("suffix");
    Optional<String> written = rule.string("suffix");
    if (written.filter(("_" + to)::equals).isPresent()) {
      step.text().remove(path, "_" + to);
    } else if (written.isEmpty() && meets(step, from)) {
      step.text().set(path, "_" + from);
    }
  }

  private boolean meets(Step step, String dataset) {
    Schema schema = known.schema(dataset);
    Schema output = known.schema(step.target().orElse(""));
    return schema.names().stream().anyMatch(name -> output.has(name + "_" + dataset));
  }
}
