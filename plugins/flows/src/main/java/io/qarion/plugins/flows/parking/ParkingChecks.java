package io.qarion.plugins.flows.parking;

import io.qarion.core.flow.Flow;
import io.qarion.core.flow.Settings;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.quality.CheckDesign;
import io.qarion.core.quality.CheckReader;
import io.qarion.core.quality.CheckScope;
import io.qarion.core.quality.CheckType;
import io.qarion.core.quality.PlannedCheck;
import io.qarion.core.quality.QualityCheck;
import io.qarion.core.quality.RowCheck;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationSource;
import io.qarion.plugins.flows.common.LandingStep;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The checks of a flow that parks bad rows: of single rows only, and of each row. */
final class ParkingChecks {

  static final String KEY = "quality_checks";

  private static final String CODE = "parking.settings";

  private final Flow flow;
  private final CheckScope scope;

  ParkingChecks(Flow flow, CheckScope scope) {
    this.flow = flow;
    this.scope = scope;
  }

  /** Reports what is wrong with them. */
  void check() {
    List<Settings> tables = flow.properties().tables(KEY);
    if (tables.isEmpty()) {
      report(
          "properties",
          "The flow checks nothing, so it would park nothing.",
          "Add [[properties.quality_checks]] with a check_type and columns.");
    }
    sound();
  }

  /** The checks that make sense and are switched on, in the order of the file. */
  List<QualityCheck> sound() {
    List<Settings> ofRows = flow.properties().tables(KEY).stream().filter(this::isOfRows).toList();
    List<QualityCheck> checks = CheckReader.read(ofRows, scope.problems());
    checks.forEach(this::checkThreshold);
    if (flow.input().schema().size() == 0) {
      return List.of();
    }
    var rows =
        new TransformationSource(
            "rows",
            new RowSource.Stored(
                LandingStep.withoutKey(flow, "staging").landing(), BatchRange.CURRENT),
            flow.input().schema());
    return new CheckDesign(rows, scope)
        .plan(checks).stream().map(PlannedCheck::check).filter(QualityCheck::enabled).toList();
  }

  private boolean isOfRows(Settings table) {
    Optional<CheckType> type = CheckType.parse(table.text("check_type", ""));
    boolean isOfAll = type.filter(known -> !known.isRowLevel()).isPresent();
    if (isOfAll) {
      report(
          table.pathOf("check_type"),
          "A %s check looks at all rows together and can park none."
              .formatted(table.text("check_type", "")),
          "Write one of: " + String.join(", ", CheckType.rowLevelWords()) + ".");
    }
    return !isOfAll;
  }

  private void checkThreshold(QualityCheck check) {
    if (check.threshold().compareTo(BigDecimal.ONE) < 0) {
      report(
          check.path() + ".config.threshold",
          "Every row that fails is parked, so no share of them may fail.",
          "Take the threshold out.");
    }
  }

  /** Other datasets that checks look into. */
  Set<DatasetName> reads() {
    var reads = new HashSet<DatasetName>();
    for (QualityCheck check : sound()) {
      if (check.kind() instanceof RowCheck.Referential(_, DatasetName dataset, _)) {
        reads.add(dataset);
      }
    }
    return reads.stream().filter(scope.datasets()::containsKey).collect(Collectors.toSet());
  }

  private void report(String element, String message, String fix) {
    scope.problems().accept(Problem.error(CODE, Place.of(element), message, fix));
  }
}
