package io.qarion.plugins.duckdb;

/** Takes rows by their columns, some rows at a time. */
public interface ColumnsSink {

  /** Where the cells of a column go. */
  CellSink column(int place);

  /** Is told that the cells of so many more rows are there in all columns. */
  void added(long rows);
}
