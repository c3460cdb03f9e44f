package io.qarion.app.designer.rename;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.core.dataset.DataType;

/** A wish as commands and notices call it. */
record WishWords(Wish wish, Messages messages) {

  /** Such as "Rename amount to paid". */
  String command() {
    String from = wish.subject().name();
    if (wish.type().isEmpty()) {
      return messages.get("rename.command", from, wish.name());
    }
    return wish.renames()
        ? messages.get("rename.command.both", from, wish.name(), type())
        : messages.get("rename.command.type", from, type());
  }

  /**
   * Such as "amount is called paid now".
   *
   * @param files how many have changed
   */
  String done(int files) {
    String from = wish.subject().name();
    if (wish.type().isEmpty()) {
      return messages.get("rename.done", from, wish.name(), files);
    }
    return wish.renames()
        ? messages.get("rename.done.both", from, wish.name(), type(), files)
        : messages.get("rename.done.type", from, type(), files);
  }

  private String type() {
    return wish.type().map(DataType::text).orElse("");
  }
}
