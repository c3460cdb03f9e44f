package io.qarion.plugins.duckdb;

/** Takes the cells of a column in the order of their rows, each in the {@link CellForm} it has. */
public interface CellSink {

  void addNull();

  void addNumber(long number);

  void addReal(double number);

  void addText(String text);
}
