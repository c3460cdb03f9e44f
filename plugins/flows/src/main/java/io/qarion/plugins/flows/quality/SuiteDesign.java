package io.qarion.plugins.flows.quality;

import io.qarion.core.flow.Settings;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.NearestName;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QuickFix;
import io.qarion.core.problem.TaskId;
import io.qarion.core.problem.UnknownKey;
import io.qarion.core.quality.CheckDesign;
import io.qarion.core.quality.CheckReader;
import io.qarion.core.quality.CheckScope;
import io.qarion.core.quality.PlannedCheck;
import io.qarion.core.quality.QualityCheck;
import io.qarion.core.quality.QualitySuite;
import io.qarion.core.transform.TransformationSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One suite as it is written: its rows, its checks, and the order of these. */
final class SuiteDesign {

  private static final List<String> KEYS =
      List.of(
          "id",
          "name",
          "description",
          "data_source",
          "checks",
          "execution_order",
          "stop_on_first_failure",
          "enabled");

  private static final List<String> ORDERS = List.of("sequential", "parallel");

  private final Settings table;
  private final CheckScope scope;

  SuiteDesign(Settings table, CheckScope scope) {
    this.table = table;
    this.scope = scope;
  }

  TaskId id() {
    return new TaskId(table.text("id", ""));
  }

  String title() {
    return table.text("name", id().value());
  }

  String path() {
    return table.path();
  }

  /** The datasets that the suite depends on. */
  Set<DatasetName> reads() {
    Stream<DatasetName> referenced =
        table.tables("checks").stream()
            .flatMap(check -> check.table("config").text("dataset_id").stream())
            .map(DatasetName::new);
    return Stream.concat(source().reads().stream(), referenced)
        .filter(scope.datasets()::containsKey)
        .collect(Collectors.toSet());
  }

  /** What is to be done; empty if nobody knows the rows. What is wrong is reported. */
  Optional<QualitySuite> suite() {
    checkKeys();
    List<QualityCheck> checks = CheckReader.read(table.tables("checks"), scope.problems());
    if (table.tables("checks").isEmpty()) {
      report(
          "checks",
          "Suite '%s' checks nothing.".formatted(id()),
          "Add [[properties.quality_suites.checks]] with a check_type and columns.");
    }
    return source().rows().map(rows -> suite(rows, checks));
  }

  private QualitySuite suite(TransformationSource rows, List<QualityCheck> checks) {
    List<PlannedCheck> planned = new CheckDesign(rows, scope).plan(checks);
    return new QualitySuite(
        id().value(),
        rows,
        planned.stream().filter(each -> each.check().enabled()).toList(),
        table.text("execution_order", "").equals("parallel")
            ? QualitySuite.Order.PARALLEL
            : QualitySuite.Order.SEQUENTIAL,
        table.flag("stop_on_first_failure", false));
  }

  private SuiteSource source() {
    return new SuiteSource(table.table("data_source"), scope);
  }

  private void checkKeys() {
    for (String key : table.keys()) {
      if (!KEYS.contains(key)) {
        scope
            .problems()
            .accept(
                Problem.hint(
                        "setting.unknown",
                        Place.of(table.pathOf(key)),
                        "Nothing is known of the setting '%s' here; it is kept and ignored."
                            .formatted(key),
                        NearestName.of(key, KEYS).map("Did you mean '%s'?"::formatted).orElse(""))
                    .with(UnknownKey.fixes(table.pathOf(key), key, KEYS, table.keys())));
      }
    }
    String order = table.text("execution_order", "sequential");
    if (!ORDERS.contains(order)) {
      scope
          .problems()
          .accept(
              Problem.error(
                      "suite.settings",
                      Place.of(table.pathOf("execution_order")),
                      "There is no order '%s'.".formatted(order),
                      NearestName.hint(order, ORDERS, "orders"))
                  .with(QuickFix.replacements(table.pathOf("execution_order"), order, ORDERS)));
    }
  }

  private void report(String key, String message, String fix) {
    scope
        .problems()
        .accept(Problem.error("suite.settings", Place.of(table.pathOf(key)), message, fix));
  }
}
