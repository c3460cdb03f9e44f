package io.qarion.plugins.sql;

import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement of a user with {@code {{ dataset }}} and {@code :name} in it. Texts, quoted names and
 * comments are passed over.
 */
final class StatementTemplate {

  private static final Pattern TOKEN =
      Pattern.compile(
          """
          '[^']*+(?:''[^']*+)*+'|"[^"]*+(?:""[^"]*+)*+"|--[^\\n]*|/\\*.*?\\*/|::|\\{\\{\\s*([^{}]+?)\\s*\\}\\}|:([A-Za-z_]\\w*)\
          """,
          Pattern.DOTALL);

  private final String sql;

  StatementTemplate(String sql) {
    this.sql = sql.strip().replaceFirst(";\\s*$", "");
  }

  /**
   * The statement with its places filled.
   *
   * @param tables what stands for each dataset
   * @param parameter what stands for a parameter
   */
  String filled(Map<String, String> tables, UnaryOperator<String> parameter) {
    Matcher matcher = TOKEN.matcher(sql);
    var result = new StringBuilder();
    while (matcher.find()) {
      String replacement = matcher.group();
      if (matcher.group(1) != null) {
        replacement = table(tables, matcher.group(1));
      } else if (matcher.group(2) != null) {
        replacement = parameter.apply(matcher.group(2));
      }
      matcher.appendReplacement(result, Matcher.quoteReplacement(replacement));
    }
    return matcher.appendTail(result).toString();
  }

  private static String table(Map<String, String> tables, String name) {
    String table = tables.get(name);
    if (table == null) {
      throw new QarionException(
          Problem.error(
              "sql.unknown_dataset",
              Place.UNKNOWN,
              "The SQL names {{ %s }}, which is no source of the task.".formatted(name),
              "Add it to source_dataset_ids, or use one of: "
                  + String.join(", ", tables.keySet())));
    }
    return table;
  }
}
