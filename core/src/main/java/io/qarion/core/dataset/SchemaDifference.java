package io.qarion.core.dataset;

import java.util.ArrayList;
import java.util.List;

/** A column that is declared otherwise than it is found in data. */
public sealed interface SchemaDifference {

  String column();

  /** Declared, and not in the data. */
  record Missing(String column, DataType declared) implements SchemaDifference {}

  /** In the data, and not declared. */
  record Extra(String column, DataType found) implements SchemaDifference {}

  /** Declared with another type than that of the data. */
  record OtherType(String column, DataType declared, DataType found) implements SchemaDifference {}

  /** All differences, first those of declared columns in their order. */
  static List<SchemaDifference> between(Schema declared, Schema found) {
    var differences = new ArrayList<SchemaDifference>();
    for (Column column : declared.columns()) {
      found
          .find(column.name())
          .ifPresentOrElse(
              there -> {
                if (!there.type().equals(column.type())) {
                  differences.add(new OtherType(column.name(), column.type(), there.type()));
                }
              },
              () -> differences.add(new Missing(column.name(), column.type())));
    }
    for (Column column : found.columns()) {
      if (!declared.has(column.name())) {
        differences.add(new Extra(column.name(), column.type()));
      }
    }
    return differences;
  }
}
