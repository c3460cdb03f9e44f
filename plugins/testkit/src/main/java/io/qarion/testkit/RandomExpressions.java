package io.qarion.testkit;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;
import java.util.List;
import java.util.Random;

/**
 * Makes expressions over some columns that are valid and never fail, such as no number that gets
 * too large.
 */
final class RandomExpressions {

  private static final List<String> WORDS =
      List.of("'a'", "'B'", "'ab'", "''", "'ä'", "'😀'", "' x '", "'10'", "'_%'", "'a b'");

  private static final List<String> DAYS =
      List.of("date '2024-02-29'", "date '2026-01-31'", "date '1999-12-31'");

  private static final int DEEPEST = 3;

  private final Random random;
  private final List<Column> columns;

  RandomExpressions(Random random, List<Column> columns) {
    this.random = random;
    this.columns = List.copyOf(columns);
  }

  /** An expression of a type; of a decimal, with any digits. */
  String of(DataType type) {
    return of(type, 1 + random.nextInt(DEEPEST));
  }

  private String of(DataType type, int depth) {
    if (depth <= 0 || random.nextInt(5) == 0) {
      return leaf(type);
    }
    int less = depth - 1;
    return switch (type) {
      case PlainType.INTEGER -> integer(less);
      case PlainType.FLOAT -> floating(less);
      case DecimalType _ -> decimal(less);
      case PlainType.STRING -> text(less);
      case PlainType.BOOLEAN -> condition(less);
      case PlainType.DATE -> day(less);
      case PlainType.TIMESTAMP -> moment(less);
      case PlainType.TIME, PlainType.JSON, PlainType.BINARY -> leaf(type);
    };
  }

  private String leaf(DataType type) {
    List<String> fitting =
        columns.stream().filter(column -> isLike(column.type(), type)).map(Column::name).toList();
    if (!fitting.isEmpty() && random.nextInt(4) > 0) {
      return pick(fitting);
    }
    return switch (type) {
      case PlainType.INTEGER ->
          String.valueOf(random.nextInt(13) - 3).replace("-3", "cast(null as integer)");
      case PlainType.FLOAT -> "cast(" + (random.nextInt(9) - 4) + ".25 as float)";
      case DecimalType _ -> (random.nextInt(9) - 4) + "." + (10 + random.nextInt(90));
      case PlainType.STRING -> pick(WORDS);
      case PlainType.BOOLEAN -> pick(List.of("true", "false", "cast(null as boolean)"));
      case PlainType.DATE -> pick(DAYS);
      case PlainType.TIMESTAMP -> "timestamp '2026-03-29 02:30:00.5'";
      case PlainType.TIME -> "time '10:20:30'";
      case PlainType.JSON -> "cast('{}' as json)";
      case PlainType.BINARY -> "cast(null as binary)";
    };
  }

  private static boolean isLike(DataType type, DataType wanted) {
    return type.equals(wanted)
        || (type instanceof DecimalType(int precision, _)
            && wanted instanceof DecimalType
            && precision <= 18);
  }

  private String any(String one, String... others) {
    int chosen = random.nextInt(others.length + 1);
    return chosen == 0 ? one : others[chosen - 1];
  }

  private String integer(int depth) {
    String a = of(PlainType.INTEGER, depth);
    String b = of(PlainType.INTEGER, depth);
    String s = of(PlainType.STRING, depth);
    return any(
        "(" + a + " + " + b + ")",
        "(" + a + " - " + b + ")",
        "(" + a + " * 2)",
        "mod(" + a + ", 7)",
        "div(" + a + ", 3)",
        "abs(" + a + ")",
        "sign(" + of(PlainType.FLOAT, depth) + ")",
        "length(" + s + ")",
        "strpos(" + s + ", " + leaf(PlainType.STRING) + ")",
        "coalesce(" + a + ", " + b + ")",
        "nullif(" + a + ", " + b + ")",
        "greatest(" + a + ", " + b + ")",
        "if(" + of(PlainType.BOOLEAN, depth) + ", " + a + ", " + b + ")",
        "year(" + of(PlainType.DATE, depth) + ")",
        "day_of_week(" + of(PlainType.DATE, depth) + ")",
        "date_diff('month', " + of(PlainType.DATE, depth) + ", " + leaf(PlainType.DATE) + ")",
        "(" + of(PlainType.DATE, depth) + " - " + leaf(PlainType.DATE) + ")",
        "try_cast(" + s + " as integer)");
  }

  private String floating(int depth) {
    String a = of(PlainType.FLOAT, depth);
    String b = of(PlainType.FLOAT, depth);
    return any(
        "(" + a + " + " + b + ")",
        "(" + a + " - " + b + ")",
        "(" + a + " * 0.5)",
        "(" + a + " / 4)",
        "abs(" + a + ")",
        "floor(" + a + ")",
        "round(" + a + ")",
        "cast(" + of(PlainType.INTEGER, depth) + " as float)",
        "coalesce(" + a + ", " + b + ")",
        "least(" + a + ", " + b + ")",
        "case when " + of(PlainType.BOOLEAN, depth) + " then " + a + " else " + b + " end");
  }

  private String decimal(int depth) {
    DataType type = new DecimalType(12, 2);
    String a = of(type, depth);
    String b = of(type, depth);
    return any(
        "(" + a + " + " + b + ")",
        "(" + a + " - " + b + ")",
        "(" + leaf(type) + " * 2)",
        "abs(" + a + ")",
        "round(" + a + ", 1)",
        "cast(" + of(PlainType.INTEGER, depth) + " as decimal(12,2))",
        "coalesce(" + a + ", " + b + ")",
        "divide(" + leaf(type) + ", 3, 2)",
        "case when " + of(PlainType.BOOLEAN, depth) + " then " + a + " end");
  }

  private String text(int depth) {
    String a = of(PlainType.STRING, depth);
    String b = of(PlainType.STRING, depth);
    return any(
        "upper(" + a + ")",
        "lower(" + a + ")",
        "trim(" + a + ")",
        "concat(" + a + ", " + b + ")",
        "(" + leaf(PlainType.STRING) + " || " + leaf(PlainType.STRING) + ")",
        "substr(" + a + ", 1, 2)",
        "replace(" + a + ", 'a', 'bb')",
        "left(" + a + ", 3)",
        "right(" + a + ", 2)",
        "reverse(" + a + ")",
        "lpad(" + a + ", 4, '*')",
        "split_part(" + a + ", ' ', 1)",
        "regexp_replace(" + a + ", '[a-z]+', '#')",
        "cast(" + of(PlainType.INTEGER, depth) + " as string)",
        "cast(" + of(PlainType.FLOAT, depth) + " as string)",
        "cast(" + of(new DecimalType(12, 2), depth) + " as string)",
        "cast(" + of(PlainType.DATE, depth) + " as string)",
        "cast(" + of(PlainType.TIMESTAMP, depth) + " as string)",
        "cast(" + of(PlainType.BOOLEAN, depth) + " as string)",
        "month_name(" + of(PlainType.DATE, depth) + ")",
        "coalesce(" + a + ", " + b + ")",
        "nullif(" + a + ", " + b + ")",
        "greatest(" + a + ", " + b + ")",
        "case " + a + " when " + b + " then 'same' else " + a + " end");
  }

  private String condition(int depth) {
    DataType type =
        List.of(
                PlainType.INTEGER,
                PlainType.FLOAT,
                new DecimalType(12, 2),
                PlainType.STRING,
                PlainType.DATE,
                PlainType.TIMESTAMP)
            .get(random.nextInt(6));
    String x = of(type, depth);
    String y = of(type, depth);
    String p = of(PlainType.BOOLEAN, depth);
    String q = of(PlainType.BOOLEAN, depth);
    return any(
        "(" + x + " " + any("=", "<>", "<", "<=", ">", ">=") + " " + y + ")",
        "(" + x + " is null)",
        "(" + x + " is distinct from " + y + ")",
        "(" + x + " between " + y + " and " + leaf(type) + ")",
        "(" + x + " in (" + y + ", " + leaf(type) + "))",
        "(" + x + " not in (" + leaf(type) + ", " + leaf(type) + "))",
        "(" + p + " and " + q + ")",
        "(" + p + " or " + q + ")",
        "(not " + p + ")",
        "(" + of(PlainType.STRING, depth) + " like '%a%')",
        "(" + of(PlainType.STRING, depth) + " ilike 'B_')",
        "starts_with(" + of(PlainType.STRING, depth) + ", " + leaf(PlainType.STRING) + ")",
        "regexp_matches(" + of(PlainType.STRING, depth) + ", '^[0-9]+$')",
        "is_nan(" + of(PlainType.FLOAT, depth) + ")");
  }

  private String day(int depth) {
    String day = of(PlainType.DATE, depth);
    String number = "mod(" + of(PlainType.INTEGER, depth) + ", 30)";
    return any(
        "date_add('month', " + number + ", " + day + ")",
        "date_add('day', " + number + ", " + day + ")",
        "date_trunc('" + any("week", "month", "quarter", "year") + "', " + day + ")",
        "last_day(" + day + ")",
        "to_date(" + of(PlainType.TIMESTAMP, depth) + ")",
        "(" + day + " + interval '1' month)",
        "coalesce(" + day + ", " + leaf(PlainType.DATE) + ")");
  }

  private String moment(int depth) {
    String moment = of(PlainType.TIMESTAMP, depth);
    return any(
        "date_add('hour', mod(" + of(PlainType.INTEGER, depth) + ", 50), " + moment + ")",
        "date_trunc('" + any("hour", "day", "month") + "', " + moment + ")",
        "cast(" + of(PlainType.DATE, depth) + " as timestamp)",
        "coalesce(" + moment + ", " + leaf(PlainType.TIMESTAMP) + ")");
  }

  private String pick(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }
}
