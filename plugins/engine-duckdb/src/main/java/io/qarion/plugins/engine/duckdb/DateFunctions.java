package io.qarion.plugins.engine.duckdb;

import io.qarion.core.dataset.PlainType;
import io.qarion.plugins.duckdb.DuckDbTypes;
import io.qarion.plugins.duckdb.SqlText;
import io.qarion.plugins.sql.CallSql;
import io.qarion.plugins.sql.Operand;
import java.util.ArrayList;
import java.util.List;

/** Functions of dates that DuckDB has in another shape. */
final class DateFunctions {

  private DateFunctions() {}

  /** How many starts of a unit lie between; DuckDB counts weeks as seven days. */
  static String difference(CallSql call) {
    String unit = text(call.arguments().get(0));
    String from = call.arguments().get(1).sql();
    String to = call.arguments().get(2).sql();
    return unit.equals("week")
        ? "date_diff('day', date_trunc('week', %s), date_trunc('week', %s)) // 7"
            .formatted(from, to)
        : "date_diff('%s', %s, %s)".formatted(unit, from, to);
  }

  static String moved(CallSql call) {
    List<Operand> arguments = call.arguments();
    return moved(arguments.get(2), arguments.get(1).sql(), text(arguments.get(0)));
  }

  /** A moment of its own type, moved; DuckDB makes a timestamp of a date that is moved. */
  static String moved(Operand moment, String amount, String unit) {
    boolean isLiteral = amount.matches("-?[0-9]{1,9}");
    String count = isLiteral ? amount : "CAST(" + amount + " AS INTEGER)";
    String interval =
        switch (unit) {
          case "year" -> "to_years(" + count + ")";
          case "quarter" -> "to_months(3 * " + count + ")";
          case "month" -> "to_months(" + count + ")";
          case "week" -> "to_weeks(" + count + ")";
          case "day" -> "to_days(" + count + ")";
          case "hour" -> "to_hours(" + amount + ")";
          case "minute" -> "to_minutes(" + amount + ")";
          case "second" -> "to_seconds(" + amount + ")";
          case "microsecond" -> "to_microseconds(" + amount + ")";
          default -> throw new IllegalArgumentException("no unit of time: " + unit);
        };
    String moved = moment.closed() + " + " + interval;
    return moment.type() == PlainType.DATE ? "CAST(" + moved + " AS DATE)" : moved;
  }

  /** DuckDB knows years that we don't, and an hour 24. */
  static String made(CallSql call) {
    boolean hasYear = !call.name().equals("make_time");
    boolean hasTime = !call.name().equals("make_date");
    var arguments = new ArrayList<String>();
    for (int i = 0; i < call.arguments().size(); i++) {
      Operand part = call.arguments().get(i);
      if (i == 0 && hasYear) {
        arguments.add(limited(part, 1, 9999, "years are 1 to 9999"));
      } else if (hasTime && i == call.arguments().size() - 3) {
        arguments.add(limited(part, 0, 23, "hours are 0 to 23"));
      } else {
        arguments.add(part.sql());
      }
    }
    if (hasTime) {
      arguments.add("CAST(" + arguments.removeLast() + " AS DOUBLE)");
    }
    return call.name() + "(" + String.join(", ", arguments) + ")";
  }

  private static String limited(Operand number, long least, long most, String problem) {
    boolean isKnown =
        number
            .constant()
            .filter(value -> value instanceof Long known && known >= least && known <= most)
            .isPresent();
    return isKnown
        ? number.sql()
        : "CASE WHEN %s BETWEEN %d AND %d THEN %s WHEN %s IS NOT NULL THEN error('%s') END"
            .formatted(number.closed(), least, most, number.sql(), number.closed(), problem);
  }

  /** DuckDB also reads texts with fewer digits than the format has. */
  static String read(CallSql call) {
    boolean orNull = call.name().startsWith("try_");
    Operand text = call.arguments().get(0);
    var format = new DateFormat(text(call.arguments().get(1)));
    String exact =
        "CASE WHEN regexp_full_match(%s, %s) THEN %s%s END"
            .formatted(
                text.sql(),
                SqlText.text(format.pattern()),
                text.sql(),
                orNull ? "" : " ELSE '\"' || " + text.closed() + " || '\"'");
    String moment =
        "%s(%s, %s)"
            .formatted(
                orNull ? "try_strptime" : "strptime", exact, SqlText.text(format.directives()));
    return call.result() == PlainType.DATE
        ? "CAST(%s AS %s)".formatted(moment, DuckDbTypes.of(PlainType.DATE))
        : moment;
  }

  static String formatted(CallSql call) {
    var format = new DateFormat(text(call.arguments().get(1)));
    return "strftime(%s, %s)"
        .formatted(call.arguments().get(0).sql(), SqlText.text(format.directives()));
  }

  private static String text(Operand constant) {
    return constant.constant().map(Object::toString).orElseThrow();
  }
}
