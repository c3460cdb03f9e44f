package io.qarion.core.engine;

import io.qarion.core.dataset.Schema;
import io.qarion.core.problem.Problem;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes one file of a format that engines don't know; they hand it the rows. */
public interface RowWriter {

  /**
   * Writes the whole file.
   *
   * @param rows is called once, and gives every row to what it is called with: values in the Java
   *     form of their column's type
   * @return rows written
   * @throws io.qarion.core.problem.QarionException if the format can't hold a value, or the file
   *     can't be written
   */
  long write(Schema schema, Consumer<Consumer<List<@Nullable Object>>> rows);

  /** What the user should know of the file, once it is written. */
  List<Problem> notes();
}
