package io.qarion.app.designer.importing;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.dataset.DataType;
import io.qarion.core.run.ColumnLook;
import java.util.Locale;
import java.util.Optional;

/** What is said of a column: its type as it is found, as it is declared, and as it is tried. */
final class ColumnTexts {

  private final Messages messages;
  private final Optional<ReadFile> reading;
  private final String declaredIn;

  ColumnTexts(Messages messages, Optional<ReadFile> reading) {
    this.messages = messages;
    this.reading = reading;
    this.declaredIn = reading.map(shown -> shown.load().declaredIn()).orElse("");
  }

  private boolean isDeclared() {
    return reading.filter(shown -> shown.load().declared().isPresent()).isPresent();
  }

  /** The declared type where another one is tried that is the type that was found. */
  private Optional<DataType> given(ColumnLook column) {
    return agreement(column) == ColumnLook.Agreement.SAME
        ? reading
            .filter(shown -> shown.taken().containsKey(column.name()))
            .flatMap(shown -> shown.declared(column.name()))
        : Optional.empty();
  }

  private ColumnLook.Agreement agreement(ColumnLook column) {
    return column.agreement(isDeclared());
  }

  /** How the second line of the head looks. */
  String style(ColumnLook column) {
    return given(column).isPresent() ? "taken" : agreement(column).name().toLowerCase(Locale.ROOT);
  }

  /** The type that one click would give the column; empty where there is nothing to choose. */
  Optional<DataType> offered(ColumnLook column) {
    return agreement(column) == ColumnLook.Agreement.OTHER_TYPE ? column.detected() : given(column);
  }

  /** What the click says. */
  String offer(ColumnLook column, DataType type) {
    return messages.get(given(column).isPresent() ? "look.keep" : "look.take", type.text());
  }

  /** What the click does. */
  String offerHelp(ColumnLook column, DataType type) {
    return messages.get(
        given(column).isPresent() ? "look.keep.help" : "look.take.help",
        column.name(),
        type.text(),
        declaredIn);
  }

  /** The second line of the head. */
  String type(ColumnLook column) {
    String found = column.detected().map(DataType::text).orElse("");
    return switch (agreement(column)) {
      case SAME ->
          given(column)
              .map(declared ->
                  messages.get("look.column.taken", column.type().text(), declared.text()))
              .orElseGet(() -> column.type().text());
      case OTHER_TYPE -> messages.get("look.column.other", column.type().text(), found);
      case EXTRA -> messages.get("look.column.extra", found);
      case MISSING -> messages.get("look.column.missing", column.type().text());
    };
  }

  /** The whole story, with the file that declares the column. */
  String help(ColumnLook column) {
    String found = column.detected().map(DataType::text).orElse("");
    return switch (agreement(column)) {
      case SAME -> sameHelp(column, found);
      case OTHER_TYPE ->
          messages.get(
              "look.column.other.help", column.name(), found, column.type().text(), declaredIn);
      case EXTRA -> messages.get("look.column.extra.help", column.name(), declaredIn);
      case MISSING -> messages.get("look.column.missing.help", column.name(), declaredIn);
    };
  }

  private String sameHelp(ColumnLook column, String found) {
    if (given(column).isPresent()) {
      return messages.get("look.column.taken.help", column.name(), found, declaredIn);
    }
    return isDeclared()
        ? messages.get("look.column.same.help", column.name(), found, declaredIn)
        : messages.get("look.column.found.help", column.name(), found);
  }
}
