package io.qarion.plugins.flows.common;

import io.qarion.core.expression.Names;
import java.util.List;
import java.util.stream.Collectors;

/** The values of a key as one text, for hashes that name a row. */
public final class KeyText {

  private KeyText() {}

  /** An expression; each value has its length before it, so that no two keys have the same text. */
  public static String of(List<String> columns) {
    return columns.stream()
        .map(column -> "cast(" + Names.quoted(column) + " as string)")
        .map(text -> "cast(length(%s) as string), ':', %s".formatted(text, text))
        .collect(Collectors.joining(", ", "concat(", ")"));
  }
}
