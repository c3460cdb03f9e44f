package io.qarion.core.quality;

import io.qarion.core.dataset.DataType;
import io.qarion.core.expression.Formula;
import io.qarion.core.problem.DatasetName;
import java.util.List;

/** A check that says of each row whether it is good. */
public sealed interface RowCheck extends CheckKind {

  /** The columns that it looks at; empty if only its expression says. */
  List<String> columns();

  /** None of the columns is NULL. */
  record Completeness(List<String> columns, boolean emptyIsNull) implements RowCheck {
    public Completeness {
      columns = List.copyOf(columns);
    }
  }

  /** No other row has the same values; rows with NULL among them are no duplicates. */
  record Uniqueness(List<String> columns) implements RowCheck {
    public Uniqueness {
      columns = List.copyOf(columns);
    }
  }

  /** Each value is one of a list; NULL is. */
  record AllowedValues(List<String> columns, List<Object> values) implements RowCheck {
    public AllowedValues {
      columns = List.copyOf(columns);
      values = List.copyOf(values);
    }
  }

  /** Each value as text fits a pattern; NULL does. */
  record Pattern(List<String> columns, String regex, boolean fullMatch) implements RowCheck {
    public Pattern {
      columns = List.copyOf(columns);
    }
  }

  /** Each value lies between two others; NULL does. */
  record Range(List<String> columns, Bounds bounds) implements RowCheck {
    public Range {
      columns = List.copyOf(columns);
    }
  }

  /** The length of each value as text lies between two numbers; that of NULL does. */
  record Length(List<String> columns, Bounds bounds) implements RowCheck {
    public Length {
      columns = List.copyOf(columns);
    }
  }

  /** Each value as text can become one of a type; NULL can. */
  record Type(List<String> columns, DataType type) implements RowCheck {
    public Type {
      columns = List.copyOf(columns);
    }
  }

  /** An expression is true; NULL is not. */
  record Condition(Formula condition) implements RowCheck {
    @Override
    public List<String> columns() {
      return List.of();
    }
  }

  /**
   * Another dataset has a row with the same values; a row with NULL among them needs none.
   *
   * @param theirColumns the other dataset's columns, one for each of {@code columns}
   */
  record Referential(List<String> columns, DatasetName dataset, List<String> theirColumns)
      implements RowCheck {
    public Referential {
      columns = List.copyOf(columns);
      theirColumns = List.copyOf(theirColumns);
    }
  }
}
