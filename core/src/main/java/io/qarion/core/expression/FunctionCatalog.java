package io.qarion.core.expression;

import io.qarion.core.dataset.RowPage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The functions of the expression language, as listed in {@code functions.tsv}. */
public final class FunctionCatalog {

  private static final Pattern TAB = Pattern.compile("\t");
  private static final Pattern COMMA = Pattern.compile(",");

  private static final FunctionCatalog STANDARD =
      new FunctionCatalog(ResourceLines.of("functions.tsv"));

  private final List<FunctionDefinition> functions;
  private final Map<String, List<FunctionDefinition>> byName = new LinkedHashMap<>();

  private FunctionCatalog(List<String> lines) {
    functions =
        lines.stream()
            .filter(line -> !line.startsWith("#"))
            .map(FunctionCatalog::definition)
            .toList();
    for (FunctionDefinition function : functions) {
      byName.computeIfAbsent(function.name(), _ -> new ArrayList<>()).add(function);
    }
    byName.replaceAll((_, ways) -> List.copyOf(ways));
  }

  /** The functions that every engine has. */
  public static FunctionCatalog standard() {
    return STANDARD;
  }

  /** All of them, one entry a way to call them, in the order of the documentation. */
  public List<FunctionDefinition> functions() {
    return functions;
  }

  /** The ways to call a function; empty if there is none of that name. */
  public List<FunctionDefinition> find(String name) {
    return byName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  /** Whether a function is computed from one row; an unknown one counts as such. */
  public boolean isScalar(String name) {
    return find(name).stream().allMatch(function -> function.kind() == FunctionKind.SCALAR);
  }

  public Set<String> names() {
    return Set.copyOf(byName.keySet());
  }

  /** The six rows that examples of aggregates and windows run over, in the order of id. */
  public static RowPage exampleRows() {
    return ExampleRows.read(ResourceLines.of("rows.tsv"));
  }

  private static FunctionDefinition definition(String line) {
    String[] cells = TAB.split(line, -1);
    List<FunctionParameter> parameters =
        COMMA
            .splitAsStream(cells[2])
            .filter(text -> !text.isBlank())
            .map(FunctionParameter::parse)
            .toList();
    FunctionKind kind = FunctionKind.valueOf(cells[1].toUpperCase(Locale.ROOT));
    return new FunctionDefinition(
        cells[0], kind, parameters, cells[3], cells[4], cells[5], cells[6]);
  }
}
