package io.qarion.app.designer.preview;

import io.qarion.app.designer.data.CellText;
import io.qarion.core.dataset.RowPage;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.progress.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows and columns that were chosen for copying.
 *
 * @param rows numbers of rows
 * @param columns names in the order of the grid
 */
public record RowSelection(SortedSet<Integer> rows, List<String> columns) {

  /** More rows than this belong in a file. */
  static final int MOST = 100_000;

  public RowSelection {
    rows = new TreeSet<>(rows);
    columns = List.copyOf(columns);
  }

  /**
   * Tab-separated text with a header, as spreadsheets take it; NULL and empty text are both empty.
   */
  String text(Result result, Cancellation cancellation) {
    List<Integer> places =
        columns.stream().map(name -> result.schema().names().indexOf(name)).toList();
    var lines = new ArrayList<String>();
    lines.add(columns.stream().map(RowSelection::field).collect(Collectors.joining("\t")));
    if (!rows.isEmpty()) {
      RowPage page = read(result, cancellation);
      for (int row : rows) {
        int index = (int) (row - page.offset());
        if (index < page.rows().size()) {
          lines.add(line(page.rows().get(index), places));
        }
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private RowPage read(Result result, Cancellation cancellation) {
    int first = rows.first();
    int count = rows.last() - first + 1;
    if (count > MOST) {
      throw new QarionException(
          Problem.error(
              "copy.rows",
              Place.UNKNOWN,
              "%,d rows are too many to copy.".formatted(count),
              "Copy %,d or fewer, or export the step to a file.".formatted(MOST)));
    }
    return first + count <= result.first().rows().size()
        ? result.first()
        : result.source().page(result.view().rules(), first, count, cancellation);
  }

  private static String line(List<@Nullable Object> cells, List<Integer> places) {
    return places.stream()
        .map(place -> field(CellText.plain(cells.get(place))))
        .collect(Collectors.joining("\t"));
  }

  /** Quoted where it would break the table. */
  private static String field(String text) {
    boolean breaks =
        text.indexOf('\t') >= 0
            || text.indexOf('\n') >= 0
            || text.indexOf('\r') >= 0
            || text.startsWith("\"");
    return breaks ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
