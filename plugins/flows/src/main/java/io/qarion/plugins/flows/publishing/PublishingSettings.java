package io.qarion.plugins.flows.publishing;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.flow.Flow;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QuickFix;
import java.util.List;

/** The settings of a ledger of changes, beside those of the change feed before it. */
final class PublishingSettings {

  static final String MEASURES = "measure_columns";
  static final String REVERSAL_MODE = "reversal_mode";

  private static final String CODE = "delta_publishing.settings";

  private final Flow flow;

  PublishingSettings(Flow flow) {
    this.flow = flow;
  }

  static List<PropertyDeclaration> declarations() {
    return List.of(
        PropertyDeclaration.optional(
            MEASURES,
            Simple.COLUMNS,
            "",
            "Columns with amounts; a transaction that takes back has them with the other sign."),
        PropertyDeclaration.choice(
            REVERSAL_MODE,
            "Whether a change takes the old record back and books the new one, or books the"
                + " difference where only amounts changed.",
            "reverse_and_rebook",
            "difference"));
  }

  /** Columns with amounts, in the order of the input. */
  List<String> measures() {
    List<String> chosen = flow.properties().texts(MEASURES);
    return flow.input().schema().names().stream().filter(chosen::contains).toList();
  }

  boolean booksDifferences() {
    return flow.properties().text(REVERSAL_MODE, "reverse_and_rebook").equals("difference");
  }

  void check(FlowContext context) {
    String element = "properties." + MEASURES;
    List<String> names = flow.input().schema().names();
    for (String measure : flow.properties().texts(MEASURES)) {
      if (!names.contains(measure)) {
        context.report(
            Problem.error(
                    CODE,
                    Place.of(element),
                    "'%s' is no input column.".formatted(measure),
                    "Input columns: " + String.join(", ", names) + ".")
                .with(QuickFix.replacements(element, measure, names)));
      } else if (flow.input().primaryKey().contains(measure)) {
        context.report(
            Problem.error(
                CODE,
                Place.of(element),
                "'%s' is part of the key and no amount.".formatted(measure),
                "Take it out of measure_columns."));
      }
    }
    measures().stream()
        .flatMap(name -> flow.input().schema().find(name).stream())
        .filter(column -> !isExact(column))
        .forEach(column ->
            context.report(
                Problem.error(
                    CODE,
                    Place.of(element),
                    "'%s' is %s; sums of amounts have to be exact."
                        .formatted(column.name(), column.type().text()),
                    "Declare it as decimal or integer in [input] columns.")));
  }

  private static boolean isExact(Column column) {
    return column.type() == PlainType.INTEGER || column.type() instanceof DecimalType;
  }
}
