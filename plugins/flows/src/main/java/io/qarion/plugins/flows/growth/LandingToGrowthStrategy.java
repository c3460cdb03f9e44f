package io.qarion.plugins.flows.growth;

import io.qarion.core.dataset.Column;
import io.qarion.core.expression.Names;
import io.qarion.core.problem.Severity;
import io.qarion.core.problem.TaskId;
import io.qarion.core.transform.AtomicGroup;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowExpectation;
import io.qarion.core.transform.TransformationInstruction;
import io.qarion.core.transform.Write;
import io.qarion.plugins.flows.common.Tables;
import java.util.List;

/** Adds a batch of events to what is known of each period, and accounts for all periods anew. */
final class LandingToGrowthStrategy {

  private final PeriodRules periods;
  private final GrowthRules growth;
  private final GrowthDatasets datasets;
  private final Column entity;
  private final Column time;

  LandingToGrowthStrategy(
      PeriodRules periods,
      GrowthRules growth,
      GrowthDatasets datasets,
      Column entity,
      Column time) {
    this.periods = periods;
    this.growth = growth;
    this.datasets = datasets;
    this.entity = entity;
    this.time = time;
  }

  AtomicGroup periods(TaskId step) {
    return new AtomicGroup(
        List.of(
            new TransformationInstruction(
                step,
                periods.query(),
                datasets.periods(),
                new Write.ReplaceGroups(
                    List.of(GrowthDatasets.START), GrowthRules.all(datasets.periods())))),
        List.of(
            expectation(
                time,
                GrowthSettings.TIME,
                "Rows left out because they have no '" + time.name() + "': %,d."),
            expectation(entity, GrowthSettings.ENTITY, "Rows of nobody, left out: %,d.")));
  }

  AtomicGroup growth(TaskId step) {
    return AtomicGroup.of(
        new TransformationInstruction(
            step,
            growth.query(),
            datasets.growth(),
            new Write.ReplaceGroups(
                List.of(GrowthDatasets.START), GrowthRules.all(datasets.growth()))));
  }

  private RowExpectation expectation(Column column, String key, String message) {
    return new RowExpectation(
        Query.of(
            List.of(periods.landed()),
            List.of(Tables.filter(Names.quoted(column.name()) + " is null"))),
        Severity.WARNING,
        "growth_accounting.left_out",
        "properties." + key,
        message,
        "Correct the file.");
  }
}
