package io.qarion.plugins.flows.sessions;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.expression.Formula;
import io.qarion.core.expression.Names;
import io.qarion.core.expression.OrderTerm;
import io.qarion.core.transform.DeriveColumns;
import io.qarion.core.transform.FillMissing;
import io.qarion.core.transform.SelectColumns;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.UnionRows;
import io.qarion.core.transform.WindowColumns;
import io.qarion.plugins.flows.common.KeyText;
import io.qarion.plugins.flows.common.Tables;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The operations that give each event its session: events in their order, those that begin a
 * session, and how many did so up to each.
 */
final class EventRules {

  static final String ARRIVED = "arrived";
  static final String IS_NEW = "xt_is_new";
  static final String OLD_SESSION = "xt_old_session";
  static final String OLD_EVENT = "xt_old_event";

  private static final String BEFORE = "xt_before";
  private static final String ROW = "xt_row";
  private static final String KNOWN = "xt_known";
  private static final String KNOWN_BEFORE = "xt_known_before";
  private static final String BEGINS = "xt_begins";
  private static final String START = "xt_start";
  private static final String START_ROW = "xt_start_row";
  private static final String FIRST_AT_START = "xt_first_at_start";

  private final SessionSettings settings;
  private final List<String> input;
  private final String time;

  EventRules(SessionSettings settings, List<String> input, Column time) {
    this.settings = settings;
    this.input = input;
    this.time = moment(time);
  }

  /** The time of an event; a date is the beginning of its day. */
  static String moment(Column time) {
    String name = Names.quoted(time.name());
    return time.type() == PlainType.DATE ? "cast(" + name + " as timestamp)" : name;
  }

  List<TransformationRule> rules() {
    var rules = new ArrayList<TransformationRule>();
    rules.add(new UnionRows(List.of(ARRIVED), true, false));
    Map<String, String> looks = Tables.ordered();
    looks.put(BEFORE, "lag(" + time + ")");
    looks.put(ROW, "row_number()");
    settings
        .splitOn()
        .ifPresent(column -> {
          rules.add(derived(Map.of(KNOWN, Names.quoted(column))));
          rules.add(
              new FillMissing(
                  List.of(KNOWN),
                  new FillMissing.FromNeighbour(false, order(), settings.entities())));
          looks.put(KNOWN_BEFORE, "lag(" + KNOWN + ")");
        });
    rules.add(new WindowColumns(settings.entities(), order(), Tables.formulas(looks), true));
    rules.add(derived(Map.of(BEGINS, "case when " + begins() + " then 1 else 0 end")));
    rules.add(new WindowColumns(List.of(), List.of(), Tables.formulas(running()), true));
    boolean mayMeet = settings.splitOn().isPresent();
    if (mayMeet) {
      var group = new ArrayList<>(settings.entities());
      group.add(START);
      rules.add(
          new WindowColumns(
              group,
              List.of(),
              Tables.formulas(
                  Map.of(FIRST_AT_START, "min(" + SessionDatasets.SESSION_NUMBER + ")"))));
    }
    rules.add(derived(names(mayMeet)));
    rules.add(SelectColumns.Keep.names(output()));
    return rules;
  }

  private String begins() {
    var reasons = new ArrayList<String>();
    reasons.add(BEFORE + " is null");
    reasons.add(settings.isOver("date_diff('microsecond', " + BEFORE + ", " + time + ")"));
    settings
        .midnight()
        .ifPresent(zone -> reasons.add(day(BEFORE, zone) + " <> " + day(time, zone)));
    settings
        .splitOn()
        .ifPresent(column -> reasons.add(Names.quoted(column) + " <> " + KNOWN_BEFORE));
    return String.join(" or ", reasons);
  }

  private static String day(String moment, String zone) {
    return "date_trunc('day', to_zone(" + moment + ", '" + zone + "'))";
  }

  /** How many sessions began up to an event, and when and where its own did. */
  private Map<String, String> running() {
    String window =
        " over (partition by %s order by %s rows between unbounded preceding and current row)"
            .formatted(
                settings.entities().stream().map(Names::quoted).collect(Collectors.joining(", ")),
                ROW);
    Map<String, String> columns = Tables.ordered();
    columns.put(SessionDatasets.SESSION_NUMBER, "sum(" + BEGINS + ")" + window);
    columns.put(START, "max(if(" + BEGINS + " = 1, " + time + "))" + window);
    columns.put(START_ROW, "max(if(" + BEGINS + " = 1, " + ROW + "))" + window);
    return columns;
  }

  /**
   * Two sessions that begin at the same time, as a change of campaign may bring, are told apart.
   */
  private Map<String, String> names(boolean mayMeet) {
    String twin =
        mayMeet
            ? ", '#', cast(nullif(%s - %s, 0) as string)"
                .formatted(SessionDatasets.SESSION_NUMBER, FIRST_AT_START)
            : "";
    Map<String, String> columns = Tables.ordered();
    columns.put(
        SessionDatasets.SESSION_ID,
        "md5(concat(%s, '|', cast(%s as string)%s))"
            .formatted(KeyText.of(settings.entities()), START, twin));
    columns.put(SessionDatasets.EVENT_NUMBER, ROW + " - " + START_ROW + " + 1");
    return columns;
  }

  /** By time; events at the same time as they are told apart, then as they came. */
  private List<OrderTerm> order() {
    Set<String> names = new LinkedHashSet<>();
    settings.time().ifPresent(column -> names.add(column.name()));
    settings.tieBreaker().ifPresent(names::add);
    names.addAll(
        List.of(
            IS_NEW,
            OLD_SESSION,
            OLD_EVENT,
            TechnicalColumns.SOURCE_FILE,
            TechnicalColumns.SOURCE_ROW));
    names.addAll(input);
    return names.stream()
        .map(name -> new OrderTerm(Formula.parse(Names.quoted(name)).tree(), false, false))
        .toList();
  }

  private List<String> output() {
    var names = new ArrayList<>(input);
    names.addAll(
        List.of(
            SessionDatasets.SESSION_ID,
            SessionDatasets.SESSION_NUMBER,
            SessionDatasets.EVENT_NUMBER,
            TechnicalColumns.BATCH_ID));
    return names;
  }

  private static DeriveColumns derived(Map<String, String> texts) {
    return new DeriveColumns(Tables.formulas(texts));
  }
}
