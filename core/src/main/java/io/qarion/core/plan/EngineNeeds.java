package io.qarion.core.plan;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.engine.EngineCapability;
import io.qarion.core.plugin.EnginePlugin;
import io.qarion.core.plugin.StepWork;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.transform.AtomicGroup;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.QueryBody;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a compiled flow needs of its engine, and whether the engine can do it. */
public final class EngineNeeds {

  /** Decimals of more digits are wide. */
  private static final int NARROW_DIGITS = 18;

  private EngineNeeds() {}

  /**
   * A problem for each thing that a step or dataset needs and the engine lacks.
   *
   * @param all among which those are named that can
   */
  public static List<Problem> lacking(
      CompiledFlow flow, EnginePlugin engine, List<EnginePlugin> all) {
    var problems = new ArrayList<Problem>();
    flow.works()
        .forEach((step, work) -> {
          if (!engine.capabilities().contains(EngineCapability.RAW_SQL) && hasStatement(work)) {
            problems.add(
                problem(
                    "tasks." + step,
                    "Step '%s' is written in SQL".formatted(step),
                    EngineCapability.RAW_SQL,
                    engine,
                    all));
          }
        });
    for (Dataset dataset : flow.datasets()) {
      for (Column column : dataset.schema().columns()) {
        types(column)
            .forEach((capability, what) -> {
              if (!engine.capabilities().contains(capability)) {
                problems.add(
                    problem(
                        "datasets." + dataset.name(),
                        "Column '%s' of '%s' is %s".formatted(column.name(), dataset.name(), what),
                        capability,
                        engine,
                        all));
              }
            });
      }
    }
    return problems;
  }

  private static Map<EngineCapability, String> types(Column column) {
    if (column.type() == PlainType.BINARY) {
      return Map.of(EngineCapability.BINARY, "binary");
    }
    return column.type() instanceof DecimalType(int precision, _) && precision > NARROW_DIGITS
        ? Map.of(
            EngineCapability.WIDE_DECIMALS, "a decimal of more than %d digits".formatted(precision))
        : Map.of();
  }

  private static boolean hasStatement(StepWork work) {
    return queries(work).anyMatch(EngineNeeds::isStatement);
  }

  private static Stream<Query> queries(StepWork work) {
    return switch (work) {
      case StepWork.Load load -> load.then().stream().flatMap(EngineNeeds::queries);
      case StepWork.Transform(AtomicGroup group, _) -> queries(group);
      case StepWork.Export export -> Stream.of(export.query());
      case StepWork.Check check -> Stream.of(Query.all(check.suite().source()));
      case StepWork.Relay _, StepWork.Call _ -> Stream.of();
    };
  }

  private static Stream<Query> queries(AtomicGroup group) {
    return group.instructions().stream().map(TransformationInstruction::query);
  }

  private static boolean isStatement(Query query) {
    boolean own =
        switch (query.body()) {
          case QueryBody.Statement _ -> true;
          case QueryBody.Rules _ -> false;
        };
    return own
        || query.sources().stream()
            .anyMatch(source ->
                switch (source.rows()) {
                  case RowSource.Computed(Query inner, _) -> isStatement(inner);
                  case RowSource.Stored _,
                      RowSource.InFile _,
                      RowSource.Rows _,
                      RowSource.Empty _ ->
                      false;
                });
  }

  private static Problem problem(
      String place,
      String need,
      EngineCapability capability,
      EnginePlugin engine,
      List<EnginePlugin> all) {
    List<String> able =
        all.stream()
            .filter(other -> other.capabilities().contains(capability))
            .map(other -> other.engineTypes().getFirst())
            .sorted()
            .toList();
    String fix =
        able.isEmpty()
            ? "Write the step another way."
            : "Run it on %s, or write it another way."
                .formatted(able.stream().collect(Collectors.joining(" or ")));
    return Problem.error(
        "engine.lacks",
        Place.of(place),
        "%s, which the engine '%s' can't do.".formatted(need, engine.engineTypes().getFirst()),
        fix);
  }
}
