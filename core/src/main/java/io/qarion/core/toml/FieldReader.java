package io.qarion.core.toml;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.expression.ExpressionParser;
import io.qarion.core.expression.ExpressionParser.OrderTerms;
import io.qarion.core.expression.Formula;
import io.qarion.core.expression.OrderTerm;
import io.qarion.core.expression.SyntaxProblem;
import io.qarion.core.problem.NearestName;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QuickFix;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the fields that only rules have: expressions, orders and tables of them. What is wrong
 * inside an expression is left to the check of its types, which reports both.
 */
final class FieldReader {

  /** Between the texts of a list of order keys, when they are read as one. */
  static final String ORDER_SEPARATOR = ", ";

  private FieldReader() {}

  static Formula needFormula(TableReader reader, String key) {
    return reader
        .need(
            key, ValueKind.EXPRESSION, reader.read(key, ValueKind.EXPRESSION, FieldReader::formula))
        .orElseGet(() -> Formula.parse(""));
  }

  /** Name to expression, in the order of the text. */
  static Map<String, Formula> needFormulas(TableReader reader, String key) {
    var formulas = new LinkedHashMap<String, Formula>();
    for (TomlNode node : entries(reader, key, ValueKind.EXPRESSIONS)) {
      Optional<Formula> formula = formula(node);
      formula.ifPresent(found -> formulas.put(nameOf(node), found));
      if (formula.isEmpty()) {
        wrongEntry(reader, node, "an expression in quotes");
      }
    }
    return formulas;
  }

  /** Name to text, in the order of the text. */
  static Map<String, String> needTexts(TableReader reader, String key, ValueKind kind) {
    var texts = new LinkedHashMap<String, String>();
    for (TomlNode node : entries(reader, key, kind)) {
      Optional<String> text = Scalars.text(node);
      text.ifPresent(found -> texts.put(nameOf(node), found));
      if (text.isEmpty()) {
        wrongEntry(reader, node, "text");
      }
    }
    return texts;
  }

  /** Name to type, in the order of the text. */
  static Map<String, DataType> needTypes(TableReader reader, String key) {
    var types = new LinkedHashMap<String, DataType>();
    for (TomlNode node : entries(reader, key, ValueKind.TYPES)) {
      type(reader, node).ifPresent(type -> types.put(nameOf(node), type));
    }
    return types;
  }

  /** A type as written; an unknown one is reported with all there are. */
  static Optional<DataType> type(TableReader reader, TomlNode node) {
    Optional<String> text = Scalars.text(node);
    if (text.isEmpty()) {
      wrongEntry(reader, node, "the name of a type");
      return Optional.empty();
    }
    Optional<DataType> type = DataType.parse(text.get());
    if (type.isEmpty()) {
      String message = "There is no type '%s'.".formatted(text.get());
      Place place = node.place();
      reader.broken(
          Problem.error("type.unknown", place, message, typeFix(text.get()))
              .with(QuickFix.replacements(place.element(), text.get(), plainTypes())));
    }
    return type;
  }

  /** A list of texts such as {@code amount desc}, or one text. */
  static List<OrderTerm> order(TableReader reader, String key) {
    return reader
        .read(key, ValueKind.ORDER, Scalars::names)
        .map(texts -> terms(reader, key, String.join(ORDER_SEPARATOR, texts)))
        .orElse(List.of());
  }

  static List<OrderTerm> needOrder(TableReader reader, String key) {
    List<OrderTerm> terms = order(reader, key);
    reader.need(key, ValueKind.ORDER, terms.isEmpty() ? Optional.empty() : Optional.of(terms));
    if (terms.isEmpty() && reader.has(key) && !reader.isBroken()) {
      reader.error(key, "field.empty", "'" + key + "' is empty.", ValueKind.ORDER.fix(key));
    }
    return terms;
  }

  private static List<OrderTerm> terms(TableReader reader, String key, String text) {
    OrderTerms read = ExpressionParser.parseOrderTerms(text);
    TomlNode node = reader.node().get(key).orElse(reader.node());
    for (SyntaxProblem problem : read.problems()) {
      Place place = TextPosition.in(node, problem.span().start());
      reader
          .problems()
          .accept(Problem.error("expression.syntax", place, problem.message(), problem.fix()));
    }
    return read.terms();
  }

  private static Optional<Formula> formula(TomlNode node) {
    return switch (node.value()) {
      case TomlValue.Text(String text) -> Optional.of(Formula.parse(text));
      case TomlValue.Whole _, TomlValue.Real _, TomlValue.Flag _ ->
          Scalars.literal(node).map(Formula::parse);
      default -> Optional.empty();
    };
  }

  private static List<TomlNode> entries(TableReader reader, String key, ValueKind kind) {
    Optional<TomlTableNode> table =
        reader.need(
            key,
            kind,
            reader.read(
                key,
                kind,
                node ->
                    node instanceof TomlTableNode inner ? Optional.of(inner) : Optional.empty()));
    if (table.isPresent() && table.get().children().isEmpty()) {
      reader.error(key, "field.empty", "'" + key + "' is empty.", kind.fix(key));
    }
    return table.map(found -> List.copyOf(found.children().values())).orElse(List.of());
  }

  private static void wrongEntry(TableReader reader, TomlNode node, String expected) {
    String name = nameOf(node);
    reader.broken(
        Problem.error(
            "field.type",
            node.place(),
            "'%s' must be %s.".formatted(name, expected),
            node instanceof TomlTableNode
                ? "If the name has a dot in it, put the name in quotes."
                : "Write " + KeyText.of(name) + " = \"…\"."));
  }

  private static String nameOf(TomlNode node) {
    return node.path().last() instanceof TomlPath.Key(String name) ? name : "";
  }

  private static List<String> plainTypes() {
    return Arrays.stream(PlainType.values()).map(PlainType::text).toList();
  }

  private static String typeFix(String text) {
    List<String> types = Stream.concat(plainTypes().stream(), Stream.of("decimal(p,s)")).toList();
    String all = "Write one of: " + String.join(", ", types) + ".";
    return NearestName.of(text, types)
        .map(name -> "Did you mean '%s'? %s".formatted(name, all))
        .orElse(all);
  }
}
