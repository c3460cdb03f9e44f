package io.qarion.app.designer.importing;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.i18n.Quantities;
import io.qarion.core.flow.LoadSettings.OnBadRow;
import io.qarion.core.run.BadRows;

/** How many rows are bad, of what, and what a run would do with them. */
final class BadRowTexts {

  private final Messages messages;
  private final Quantities quantities;

  BadRowTexts(Messages messages, Quantities quantities) {
    this.messages = messages;
    this.quantities = quantities;
  }

  String of(BadRows found, ImportModel model) {
    String extent =
        switch (found.extent()) {
          case WHOLE -> messages.get("look.extent.whole");
          case BEGINNING -> messages.get("look.extent.beginning", quantities.bytes(model.size()));
          case NOTHING -> messages.get("look.extent.nothing", quantities.bytes(model.size()));
        };
    if (found.extent() == BadRows.Extent.NOTHING) {
      return extent;
    }
    String count =
        found.rejected() == 0
            ? messages.get("look.bad.none", found.rows())
            : messages.get(
                "look.bad.some",
                quantities.count(found.rejected()),
                quantities.count(found.rows() + found.rejected()));
    String shown =
        found.rejected() > found.shown().size()
            ? " " + messages.get("look.bad.first", quantities.count(found.shown().size()))
            : "";
    return found.rejected() == 0
        ? count + " " + extent
        : count + " " + extent + " " + fate(model) + shown;
  }

  private String fate(ImportModel model) {
    boolean aside =
        model
            .shown()
            .get()
            .filter(now -> now.load().settings().onBadRow() == OnBadRow.REJECT)
            .isPresent();
    return messages.get(aside ? "look.bad.aside" : "look.bad.fail");
  }
}
