package io.qarion.core.run;

import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.Problem;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.transform.JoinRows;
import io.qarion.core.transform.ParameterTypes;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.QueryBody;
import io.qarion.core.transform.RuleScope;
import io.qarion.core.transform.TracedSchema;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.TransformationSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Finds out what a join will do without joining a row with a row where it is by keys: it works on
 * one row for each key, so that the join that makes far too many rows is looked at as quickly as
 * any other. Failures are {@code QarionException}s.
 */
public final class JoinStudy {

  private static final String LEFT = "left_side";
  private static final String RIGHT = "right_side";
  private static final int SAMPLES = 5;

  private final JoinSides sides;
  private final Optional<JoinRows> rule;

  /**
   * @param rule empty as long as it can't be read
   */
  JoinStudy(JoinSides sides, Optional<JoinRows> rule) {
    this.sides = sides;
    this.rule = rule;
  }

  /** All that can be said: figures, and other keys where there are none or hardly any fit. */
  public JoinReport report(Cancellation cancellation) {
    TransformationSource left = sides.left(LEFT);
    TransformationSource right = sides.right(RIGHT);
    Optional<JoinInsight> insight =
        rule.filter(join -> isSound(join, left, right))
            .map(join -> insight(join, left, right, cancellation));
    return new JoinReport(
        insight, needsKeys(insight) ? suggestions(left, right, cancellation) : List.of());
  }

  private List<KeySuggestion> suggestions(
      TransformationSource left, TransformationSource right, Cancellation cancellation) {
    var own = rule.map(JoinRows::match).orElse(new JoinRows.OnPairs(List.of()));
    var first = new DatasetName(sides.before().sources().getFirst().alias());
    return new KeyOverlap(sides, left, right)
        .suggest(first, new DatasetName(sides.other().alias()), cancellation).stream()
            .filter(found -> !own.equals(new JoinRows.OnPairs(List.of(found.pair()))))
            .toList();
  }

  private boolean needsKeys(Optional<JoinInsight> insight) {
    boolean byKeys =
        rule.map(JoinRows::match).filter(match -> !(match instanceof JoinRows.OnPairs)).isEmpty();
    return byKeys
        && insight
            .filter(found -> found.left().matched().orElse(0) * 2 >= found.left().rows())
            .isEmpty();
  }

  private boolean isSound(JoinRows join, TransformationSource left, TransformationSource right) {
    var problems = new ArrayList<Problem>();
    Map<String, TracedSchema> sources = new HashMap<>();
    sides
        .before()
        .sources()
        .forEach(source ->
            sources.put(source.alias(), TracedSchema.of(source.alias(), source.schema())));
    sources.put(join.with(), TracedSchema.of(join.with(), right.schema()));
    join.output(
        TracedSchema.of(LEFT, left.schema()),
        RuleScope.of("", sources, ParameterTypes.of(sides.parameters()), problems::add));
    return problems.stream().noneMatch(JoinStudy::isOfMatch);
  }

  /** Names that meet in the result are no reason not to count. */
  private static boolean isOfMatch(Problem problem) {
    String element = problem.place().element();
    return problem.isError() && !element.contains("suffix");
  }

  private JoinInsight insight(
      JoinRows join,
      TransformationSource left,
      TransformationSource right,
      Cancellation cancellation) {
    return switch (join.match()) {
      case JoinRows.OnPairs(List<JoinRows.Pair> pairs) ->
          byKeys(
              join.how(),
              KeyGroups.of(left, pairs.stream().map(JoinRows.Pair::left).toList()),
              KeyGroups.of(right, pairs.stream().map(JoinRows.Pair::right).toList()),
              cancellation);
      case JoinRows.OnCondition _ -> byCondition(join, left, right, cancellation);
      case JoinRows.Always _ -> crossed(left, right, cancellation);
    };
  }

  private JoinInsight byKeys(
      JoinRows.How how, KeyGroups left, KeyGroups right, Cancellation cancellation) {
    var matches = new OneRow(sides.page(left.matches(right), 1, cancellation));
    long pairs = matches.number("pairs");
    JoinInsight.Side mine = side(left, right, matches.number("mine"), cancellation);
    JoinInsight.Side theirs = side(right, left, matches.number("theirs"), cancellation);
    long matched = matches.number("mine");
    return new JoinInsight(
        how,
        mine,
        theirs,
        JoinInsight.result(
            how, pairs, mine.rows() - matched, theirs.rows() - matches.number("theirs"), matched));
  }

  private JoinInsight.Side side(
      KeyGroups groups, KeyGroups other, long matched, Cancellation cancellation) {
    var figures = new OneRow(sides.page(groups.figures(), 1, cancellation));
    long rows = figures.number("all_rows");
    long nulls = figures.number("no_key");
    return new JoinInsight.Side(
        rows,
        OptionalLong.of(matched),
        nulls,
        figures.number("repeated"),
        figures.number("most"),
        matched + nulls < rows
            ? sides.page(groups.unmatched(other, SAMPLES), SAMPLES, cancellation).rows()
            : List.of());
  }

  /** Nothing but the join itself can say how many rows a condition leaves. */
  private JoinInsight byCondition(
      JoinRows join,
      TransformationSource left,
      TransformationSource right,
      Cancellation cancellation) {
    var partner = new JoinRows(join.with(), JoinRows.How.SEMI, join.match(), join.suffix());
    return new JoinInsight(
        join.how(),
        JoinInsight.Side.counted(
            sides.count(Query.all(left), cancellation),
            OptionalLong.of(sides.count(then(partner), cancellation))),
        JoinInsight.Side.counted(sides.count(Query.all(right), cancellation), OptionalLong.empty()),
        sides.count(then(join), cancellation));
  }

  private Query then(JoinRows join) {
    var rules = new ArrayList<TransformationRule>();
    if (sides.before().body() instanceof QueryBody.Rules(List<TransformationRule> before)) {
      rules.addAll(before);
    }
    rules.add(join);
    return Query.of(sides.before().sources(), rules);
  }

  private JoinInsight crossed(
      TransformationSource left, TransformationSource right, Cancellation cancellation) {
    long mine = sides.count(Query.all(left), cancellation);
    long theirs = sides.count(Query.all(right), cancellation);
    boolean most = Math.multiplyHigh(mine, theirs) != 0 || mine * theirs < 0;
    return new JoinInsight(
        JoinRows.How.CROSS,
        JoinInsight.Side.counted(mine, OptionalLong.of(theirs == 0 ? 0 : mine)),
        JoinInsight.Side.counted(theirs, OptionalLong.of(mine == 0 ? 0 : theirs)),
        most ? Long.MAX_VALUE : mine * theirs);
  }
}
