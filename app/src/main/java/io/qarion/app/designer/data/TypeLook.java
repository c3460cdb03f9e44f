package io.qarion.app.designer.data;

import io.qarion.core.dataset.DataType;
import io.qarion.core.dataset.DecimalType;
import io.qarion.core.dataset.PlainType;

/** How types of columns look. */
public final class TypeLook {

  private TypeLook() {}

  /** Name of the icon that stands for a type. */
  public static String icon(DataType type) {
    return switch (type) {
      case DecimalType _ -> "fth-hash";
      case PlainType plain ->
          switch (plain) {
            case INTEGER, FLOAT -> "fth-hash";
            case STRING -> "fth-type";
            case BOOLEAN -> "fth-toggle-left";
            case DATE -> "fth-calendar";
            case TIME, TIMESTAMP -> "fth-clock";
            case JSON -> "fth-code";
            case BINARY -> "fth-package";
          };
    };
  }
}
