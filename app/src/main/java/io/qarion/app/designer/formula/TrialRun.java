package io.qarion.app.designer.formula;

import io.qarion.app.designer.edit.CodePlace;
import io.qarion.app.designer.session.OpenProject;
import io.qarion.core.edit.RuleEdits;
import io.qarion.core.expression.Formula;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.problem.Problem;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.repository.StoredFlow;
import io.qarion.core.run.StepRows;
import io.qarion.core.toml.FlowToml;
import io.qarion.core.toml.TomlDocument;
import io.qarion.core.toml.TomlValue;
import io.qarion.core.transform.DeriveColumns;
import io.qarion.core.transform.TransformationRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a text into a copy of its flow and looks at the rows that come of it. Takes time. */
final class TrialRun {

  /** Rows that are looked at: as many as can be seen at once, and some. */
  static final int ROWS = 50;

  private static final Pattern IN_RULE = Pattern.compile("\\.rules\\[(\\d+)]\\.(.+)$");

  private final OpenProject project;
  private final StoredFlow flow;
  private final List<StoredFlow> others;
  private final CodePlace place;
  private final String resultName;

  /**
   * @param others the flows of the project
   * @param resultName what a column is called that has no name of its own
   */
  TrialRun(
      OpenProject project,
      StoredFlow flow,
      List<StoredFlow> others,
      CodePlace place,
      String resultName) {
    this.project = project;
    this.flow = flow;
    this.others = others;
    this.place = place;
    this.resultName = resultName;
  }

  Trial of(String text, Cancellation cancellation) {
    TomlDocument edited = flow.document().set(place.path(), new TomlValue.Text(text));
    Matcher rule = IN_RULE.matcher(place.path().toString());
    if (place.language() == CodePlace.Language.SQL || !rule.find()) {
      return rows(edited, List.of(), "", cancellation);
    }
    int index = Integer.parseInt(rule.group(1));
    String key = rule.group(2);
    int dot = key.indexOf('.');
    if (dot > 0) {
      // What has a name comes out as a column of that name.
      TomlDocument upTo = RuleEdits.cut(edited, place.step(), index + 1);
      return rows(upTo, List.of(), unquoted(key.substring(dot + 1)), cancellation);
    }
    TomlDocument before = RuleEdits.cut(edited, place.step(), index);
    var value = new DeriveColumns(Map.of(resultName, Formula.parse(text)));
    return rows(before, List.of(value), resultName, cancellation);
  }

  private static String unquoted(String key) {
    return key.startsWith("\"") ? key.substring(1, key.length() - 1) : key;
  }

  private Trial rows(
      TomlDocument document,
      List<TransformationRule> rules,
      String column,
      Cancellation cancellation) {
    var stored =
        new StoredFlow(flow.id(), flow.file(), FlowToml.read(document).flow(), document, List.of());
    CompiledFlow compiled = project.compile(stored, others);
    List<String> wrong = wrong(compiled);
    if (!wrong.isEmpty()) {
      return Trial.failed(wrong);
    }
    StepRows rows = project.preview(compiled).rows(place.step());
    List<Problem> inRules = rows.check(rules);
    return inRules.isEmpty()
        ? new Trial(Optional.of(rows.page(rules, 0, ROWS, cancellation)), column, List.of())
        : Trial.failed(sentences(inRules));
  }

  /** What is wrong with the step: what else is wrong in the flow is said elsewhere. */
  private List<String> wrong(CompiledFlow compiled) {
    String element = compiled.dag().find(place.step()).map(node -> node.element()).orElse("");
    return sentences(
        compiled.problems().stream()
            .filter(Problem::isError)
            .filter(problem -> problem.place().element().startsWith(element))
            .toList());
  }

  private static List<String> sentences(List<Problem> problems) {
    return problems.stream()
        .map(problem -> (problem.message() + " " + problem.fix()).strip())
        .distinct()
        .toList();
  }
}
