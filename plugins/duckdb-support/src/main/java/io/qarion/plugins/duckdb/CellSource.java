package io.qarion.plugins.duckdb;

/** Gives the cells of a column by their rows, each in the {@link CellForm} it has. */
public interface CellSource {

  boolean isNull(int row);

  long number(int row);

  double real(int row);

  String text(int row);
}
