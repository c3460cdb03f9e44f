package io.qarion.plugins.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code string_agg}: by code points, or in the order of another value and then of the text. */
final class JoinedTexts implements Aggregate {

  private final List<Item> items = new ArrayList<>();
  private String separator = "";

  @Override
  public void add(@Nullable Object... arguments) {
    if (arguments[1] != null) {
      separator = arguments[1].toString();
    }
    if (arguments[0] instanceof String text) {
      items.add(new Item(text, Optional.ofNullable(arguments.length > 2 ? arguments[2] : null)));
    }
  }

  @Override
  public @Nullable Object result() {
    return items.isEmpty()
        ? null
        : items.stream()
            .sorted(JoinedTexts::compare)
            .map(Item::text)
            .collect(Collectors.joining(separator));
  }

  private static int compare(Item left, Item right) {
    int byKey =
        left.by().isPresent() && right.by().isPresent()
            ? ValueOrder.compare(left.by().get(), right.by().get())
            : Boolean.compare(left.by().isEmpty(), right.by().isEmpty());
    return byKey != 0 ? byKey : ValueOrder.compare(left.text(), right.text());
  }

  /**
   * One text.
   *
   * @param by what it is ordered by; empty for NULL, or if that is the text itself
   */
  private record Item(String text, Optional<Object> by) {}
}
