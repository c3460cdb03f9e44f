package io.qarion.app.designer.importing;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.dataset.DataType;
import io.qarion.core.run.ColumnLook;

/** What is said of a column: its type as it is found, and as it is declared. */
final class ColumnTexts {

  private final Messages messages;
  private final boolean declared;
  private final String declaredIn;

  /**
   * @param declared whether columns are declared at all
   * @param declaredIn the file that does it
   */
  ColumnTexts(Messages messages, boolean declared, String declaredIn) {
    this.messages = messages;
    this.declared = declared;
    this.declaredIn = declaredIn;
  }

  ColumnLook.Agreement agreement(ColumnLook column) {
    return column.agreement(declared);
  }

  /** The second line of the head. */
  String type(ColumnLook column) {
    String found = column.detected().map(DataType::text).orElse("");
    return switch (agreement(column)) {
      case SAME -> column.type().text();
      case OTHER_TYPE -> messages.get("look.column.other", column.type().text(), found);
      case EXTRA -> messages.get("look.column.extra", found);
      case MISSING -> messages.get("look.column.missing", column.type().text());
    };
  }

  /** The whole story, with the file that declares the column. */
  String help(ColumnLook column) {
    String found = column.detected().map(DataType::text).orElse("");
    return switch (agreement(column)) {
      case SAME ->
          declared
              ? messages.get("look.column.same.help", column.name(), found, declaredIn)
              : messages.get("look.column.found.help", column.name(), found);
      case OTHER_TYPE ->
          messages.get(
              "look.column.other.help", column.name(), found, column.type().text(), declaredIn);
      case EXTRA -> messages.get("look.column.extra.help", column.name(), declaredIn);
      case MISSING -> messages.get("look.column.missing.help", column.name(), declaredIn);
    };
  }
}
