package io.qarion.plugins.sql;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.Schema;

/** How an engine changes a table that has rows; nothing in it is lost. */
public interface TableAlterations {

  /** Makes a table of a name that is free. */
  void create(String table, Schema schema);

  /** Lets a column take NULL. */
  void allowNull(String table, String column);

  /** Adds a column, NULL in all rows there are. */
  void add(String table, Column column);

  /** Gives a column another type, which has room for all its values. */
  void convert(String table, Column old, DataType wanted);
}
