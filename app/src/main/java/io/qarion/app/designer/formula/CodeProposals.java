package io.qarion.app.designer.formula;

import io.qarion.app.designer.control.Proposal;
import io.qarion.app.designer.control.Proposals;
import io.qarion.app.designer.edit.CodePlace;
import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Schema;
import io.qarion.core.expression.ExpressionCompletion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What could be written at a place of code. */
final class CodeProposals {

  private static final Pattern ALIAS =
      Pattern.compile(
          "\\{\\{\\s*([^{}]+?)\\s*}}\\s*(?:as\\s+)?([A-Za-z_]\\w*)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern QUALIFIED = Pattern.compile("([A-Za-z_]\\w*)\\.(\\w*)$");
  private static final Pattern DATASET = Pattern.compile("\\{\\{\\s*(\\w*)$");
  private static final Pattern WORD = Pattern.compile("\\w*$");

  private final CodePlace place;

  CodeProposals(CodePlace place) {
    this.place = place;
  }

  Proposals at(String text, int caret) {
    return switch (place.language()) {
      case EXPRESSION -> inExpression(text, caret);
      case SQL -> inStatement(text, caret);
    };
  }

  private Proposals inExpression(String text, int caret) {
    ExpressionCompletion.At found =
        ExpressionCompletion.at(text, caret, place.columns(), place.parameters());
    return new Proposals(found.from(), caret, proposals(found.proposals()));
  }

  private static List<Proposal> proposals(List<ExpressionCompletion.Proposal> found) {
    return found.stream().map(one -> new Proposal(one.text(), one.detail(), one.help())).toList();
  }

  /**
   * After a dot the columns of what stands before it, in double braces datasets, else all columns.
   */
  private Proposals inStatement(String text, int caret) {
    String before = text.substring(0, caret);
    Matcher dataset = DATASET.matcher(before);
    if (dataset.find()) {
      return fitting(
          place.datasets().keySet().stream()
              .sorted()
              .map(name -> new Proposal(name, name + (isClosed(text, caret) ? "" : " }}"), "", ""))
              .toList(),
          dataset.group(1),
          caret);
    }
    Map<String, Schema> aliases = aliases(text);
    Matcher qualified = QUALIFIED.matcher(before);
    if (qualified.find()) {
      Schema schema =
          aliases.getOrDefault(qualified.group(1).toLowerCase(Locale.ROOT), Schema.EMPTY);
      return fitting(columns(schema, ""), qualified.group(2), caret);
    }
    Matcher word = WORD.matcher(before);
    String begun = word.find() ? word.group() : "";
    var all = new ArrayList<Proposal>();
    aliases.forEach((alias, schema) -> all.addAll(columns(schema, alias)));
    all.addAll(
        proposals(
            ExpressionCompletion.at(begun, begun.length(), Schema.EMPTY, place.parameters())
                .proposals()));
    return fitting(all, begun, caret);
  }

  private static boolean isClosed(String text, int caret) {
    return text.substring(caret).stripLeading().startsWith("}}");
  }

  private Map<String, Schema> aliases(String text) {
    var aliases = new LinkedHashMap<String, Schema>();
    Matcher matcher = ALIAS.matcher(text);
    while (matcher.find()) {
      Schema schema = place.datasets().getOrDefault(matcher.group(1), Schema.EMPTY);
      String alias = matcher.group(2) == null ? matcher.group(1) : matcher.group(2);
      aliases.put(alias.toLowerCase(Locale.ROOT), schema);
    }
    return aliases;
  }

  private static List<Proposal> columns(Schema schema, String alias) {
    return schema.columns().stream().map(column -> column(column, alias)).toList();
  }

  private static Proposal column(Column column, String alias) {
    return new Proposal(column.name(), column.type().text() + " " + alias, "");
  }

  private static Proposals fitting(List<Proposal> all, String begun, int caret) {
    String small = begun.toLowerCase(Locale.ROOT);
    List<Proposal> found =
        all.stream()
            .filter(each -> each.text().toLowerCase(Locale.ROOT).startsWith(small))
            .distinct()
            .toList();
    return new Proposals(caret - begun.length(), caret, found);
  }
}
