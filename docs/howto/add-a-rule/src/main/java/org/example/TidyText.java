package org.example;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.expression.Formula;
import io.qarion.core.expression.Names;
import io.qarion.core.flow.Settings;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.core.plugin.RulePlugin;
import io.qarion.core.transform.DeriveColumns;
import io.qarion.core.transform.TransformationRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes the spaces around text away, and makes text of nothing else NULL. */
public final class TidyText implements RulePlugin {

  @Override
  public String operation() {
    return "tidy_text";
  }

  @Override
  public String name() {
    return "Tidy text";
  }

  @Override
  public String description() {
    return "Takes the spaces around text away; where nothing is left, the value is missing.";
  }

  @Override
  public List<PropertyDeclaration> properties() {
    return List.of(
        PropertyDeclaration.optional(
            "columns", Simple.COLUMNS, "all of text", "The columns to tidy."));
  }

  @Override
  public List<TransformationRule> rules(Settings settings, Schema input) {
    List<String> chosen = settings.texts("columns");
    Map<String, Formula> tidied = new LinkedHashMap<>();
    for (Column column : input.columns()) {
      boolean wanted = chosen.isEmpty() || chosen.contains(column.name());
      if (wanted && column.type() == PlainType.STRING) {
        String name = Names.quoted(column.name());
        tidied.put(column.name(), Formula.parse("nullif(trim(%s), '')".formatted(name)));
      }
    }
    return tidied.isEmpty() ? List.of() : List.of(new DeriveColumns(tidied));
  }
}
