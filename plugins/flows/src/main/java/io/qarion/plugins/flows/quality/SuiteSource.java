package io.qarion.plugins.flows.quality;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.expression.Formula;
import io.qarion.core.expression.Names;
import io.qarion.core.flow.Settings;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.NearestName;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.QuickFix;
import io.qarion.core.quality.CheckLiterals;
import io.qarion.core.quality.CheckScope;
import io.qarion.core.transform.BatchRange;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.QueryBody;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.SelectColumns;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.TransformationSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows that a suite checks, as its {@code data_source} says. */
final class SuiteSource {

  private static final List<String> TYPES =
      List.of("dataset", "dataset_subset", "query", "table", "view");

  private static final String ALIAS = "rows";

  private final Settings settings;
  private final CheckScope scope;

  SuiteSource(Settings settings, CheckScope scope) {
    this.settings = settings;
    this.scope = scope;
  }

  /** The datasets that the rows come from. */
  Set<DatasetName> reads() {
    return type().equals("query")
        ? mentioned().stream().map(Dataset::name).collect(Collectors.toSet())
        : named().map(Dataset::name).stream().collect(Collectors.toSet());
  }

  /** The rows with their columns; empty if nobody knows them, which is reported if it is wrong. */
  Optional<TransformationSource> rows() {
    return switch (type()) {
      case "dataset" -> dataset().map(SuiteSource::all);
      case "dataset_subset" -> dataset().flatMap(this::subset);
      case "table", "view" -> dataset().map(SuiteSource::all);
      case "query" -> queried();
      default -> {
        report(
            "source_type",
            "There is no source '%s'.".formatted(type()),
            NearestName.hint(type(), TYPES, "sources"),
            type(),
            TYPES);
        yield Optional.empty();
      }
    };
  }

  private String type() {
    return settings.text("source_type", "dataset");
  }

  private boolean isTable() {
    return type().equals("table") || type().equals("view");
  }

  private String key() {
    return isTable() ? "table_name" : "dataset_id";
  }

  private Optional<Dataset> named() {
    String name = settings.text(key(), "");
    return scope.datasets().values().stream()
        .filter(dataset ->
            isTable() ? dataset.physicalName().equals(name) : dataset.name().value().equals(name))
        .findFirst();
  }

  private Optional<Dataset> dataset() {
    Optional<Dataset> dataset = named();
    if (dataset.isEmpty()) {
      String name = settings.text(key(), "");
      List<String> known =
          scope.datasets().values().stream()
              .map(each -> isTable() ? each.physicalName() : each.name().value())
              .sorted()
              .toList();
      report(
          key(),
          name.isEmpty()
              ? "The suite does not say what it checks."
              : "There is no %s '%s' in the project."
                  .formatted(isTable() ? "table" : "dataset", name),
          name.isEmpty()
              ? "Write data_source = { source_type = \"dataset\", dataset_id = \"…\" }."
              : NearestName.hint(name, known, isTable() ? "tables" : "datasets"),
          name,
          known);
    }
    return dataset.filter(found -> found.schema().size() > 0);
  }

  private static TransformationSource all(Dataset dataset) {
    return new TransformationSource(
        dataset.name().value(),
        new RowSource.Stored(dataset, BatchRange.ALL),
        TechnicalColumns.visible(dataset.schema(), ""));
  }

  private Optional<TransformationSource> subset(Dataset dataset) {
    var rules = new ArrayList<TransformationRule>();
    Settings filters = settings.table("filters");
    for (String column : filters.keys()) {
      if (!dataset.schema().has(column)) {
        report(
            "filters." + column,
            "There is no column '%s' in '%s'.".formatted(column, dataset.name()),
            NearestName.hint(column, dataset.schema().names(), "columns"),
            column,
            List.of());
        return Optional.empty();
      }
      rules.add(new FilterRows(Formula.parse(condition(column, filters))));
    }
    // A filter may name a column of the program, which the checks do not see.
    String named = String.join(" ", filters.keys());
    var all =
        new TransformationSource(
            dataset.name().value(),
            new RowSource.Stored(dataset, BatchRange.ALL),
            TechnicalColumns.visible(dataset.schema(), named));
    Schema columns = TechnicalColumns.visible(dataset.schema(), "");
    rules.add(SelectColumns.Keep.names(columns.names()));
    return Optional.of(
        TransformationSource.of(
            ALIAS, new RowSource.Computed(Query.of(List.of(all), rules), columns)));
  }

  /** A value means that value, a list one of its values. */
  private static String condition(String column, Settings filters) {
    Object value = filters.values().get(column);
    List<?> values = value instanceof List<?> list ? list : List.of(value);
    return values.stream()
        .map(CheckLiterals::of)
        .collect(Collectors.joining(", ", Names.quoted(column) + " in (", ")"));
  }

  private Optional<TransformationSource> queried() {
    String text = settings.text("query", "");
    List<TransformationSource> sources = mentioned().stream().map(SuiteSource::all).toList();
    if (sources.isEmpty()) {
      report(
          "query",
          text.isBlank() ? "The suite has no query." : "The query reads no dataset of the project.",
          "Write a SELECT, with {{ dataset }} in the place of each dataset.",
          "",
          List.of());
      return Optional.empty();
    }
    var query = new Query(sources, new QueryBody.Statement(text));
    try {
      Optional<Schema> schema = scope.describe().apply(query, settings.pathOf("query"));
      return schema
          .filter(columns -> columns.size() > 0)
          .map(columns -> TransformationSource.of(ALIAS, new RowSource.Computed(query, columns)));
    } catch (QarionException e) {
      e.problems()
          .forEach(
              problem -> scope.problems().accept(problem.at(Place.of(settings.pathOf("query")))));
      return Optional.empty();
    }
  }

  /** The datasets that the query names in double braces. */
  private List<Dataset> mentioned() {
    String text = settings.text("query", "").replaceAll("\\s", "");
    return scope.datasets().values().stream()
        .filter(dataset -> text.contains("{{" + dataset.name() + "}}"))
        .sorted((a, b) -> a.name().value().compareTo(b.name().value()))
        .toList();
  }

  private void report(
      String key, String message, String fix, String written, Collection<String> meant) {
    scope
        .problems()
        .accept(
            Problem.error("suite.settings", Place.of(settings.pathOf(key)), message, fix)
                .with(QuickFix.replacements(settings.pathOf(key), written, meant)));
  }
}
