package io.qarion.app.designer.preview;

import io.qarion.app.designer.data.Bar;
import io.qarion.app.designer.data.ColumnSample;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.i18n.Quantities;
import io.qarion.core.run.StepRows;
import java.util.OptionalLong;

/** What the preview says about what it shows. */
public final class PreviewTexts {

  private final Messages messages;
  private final Quantities quantities;

  public PreviewTexts(Messages messages) {
    this.messages = messages;
    this.quantities = new Quantities(messages);
  }

  /** Such as {@code first 1,000 of 10,200,000 rows · as stored · 42 ms}. */
  public String summary(Result result, long loaded, OptionalLong total) {
    return rows(result, loaded, total)
        + " · "
        + origin(result.source().origin())
        + " · "
        + quantities.time(result.time());
  }

  private String rows(Result result, long loaded, OptionalLong total) {
    String filtered = result.view().filters().isEmpty() ? "" : ".filtered";
    if (total.isEmpty()) {
      return messages.get("preview.rows.counting" + filtered, quantities.count(loaded));
    }
    long all = total.getAsLong();
    return loaded >= all
        ? messages.get("preview.rows.all" + filtered, all)
        : messages.get(
            "preview.rows.first" + filtered, quantities.count(loaded), quantities.count(all));
  }

  private String origin(StepRows.Origin origin) {
    return switch (origin) {
      case STORED -> messages.get("preview.origin.stored");
      case FILE -> messages.get("preview.origin.file");
      case COMPUTED -> messages.get("preview.origin.computed");
    };
  }

  /** What a bar in the header stands for, and of which rows. */
  public String bar(Bar bar, ColumnSample sample) {
    return messages.get("preview.bar", bar.label(), bar.count(), sample.rows());
  }

  /** Name, type and missing values of a column. */
  public String column(ColumnSample sample) {
    return messages.get(
        "preview.column",
        sample.column().name(),
        sample.column().type().text(),
        sample.nulls(),
        sample.rows());
  }
}
