package io.qarion.plugins.flows.publishing;

import io.qarion.core.flow.Flow;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.plugin.PropertyDeclaration.Simple;
import io.qarion.plugins.flows.common.SettingChecks;
import java.util.List;

/** The settings of a ledger of changes, beside those of the change feed before it. */
final class PublishingSettings {

  static final String MEASURES = "measure_columns";
  static final String REVERSAL_MODE = "reversal_mode";

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

  /** Reports settings that contradict the input. */
  void check(FlowContext context) {
    var checks = new SettingChecks(context, "delta_publishing.settings");
    checks.columns(MEASURES);
    for (String measure : measures()) {
      if (flow.input().primaryKey().contains(measure)) {
        checks.report(
            MEASURES,
            "'%s' is part of the key and no amount.".formatted(measure),
            "Take it out of measure_columns.");
      }
      flow.input().schema().find(measure).ifPresent(column -> checks.isExact(MEASURES, column));
    }
  }
}
