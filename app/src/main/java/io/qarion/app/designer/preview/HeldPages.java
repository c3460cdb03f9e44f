package io.qarion.app.designer.preview;

import io.qarion.core.dataset.RowPage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The few pages of a result that were looked at last. */
final class HeldPages {

  static final int ROWS = 200;

  private static final int MOST = 12;

  private final Map<Long, RowPage> pages = new LinkedHashMap<>(MOST * 2, 0.75f, true);

  /** The number of the page that a row is on. */
  static long number(long row) {
    return row / ROWS;
  }

  void put(RowPage page) {
    pages.put(number(page.offset()), page);
    if (pages.size() > MOST) {
      pages.remove(pages.keySet().iterator().next());
    }
  }

  /** The cells of a row, unless its page is not held. */
  Optional<List<@Nullable Object>> row(long row) {
    RowPage page = pages.get(number(row));
    int index = (int) (row % ROWS);
    return page == null || index >= page.rows().size()
        ? Optional.empty()
        : Optional.of(page.rows().get(index));
  }

  int size() {
    return pages.size();
  }
}
