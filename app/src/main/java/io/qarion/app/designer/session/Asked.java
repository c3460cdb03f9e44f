package io.qarion.app.designer.session;

import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.RunId;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What one feature wants another to show; whoever shows it empties it. */
public final class Asked {

  private final ObjectProperty<Optional<RunId>> run = new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<DatasetName>> dataset =
      new SimpleObjectProperty<>(Optional.empty());

  /** The run of the flow shown that somebody wants to see. */
  public ObjectProperty<Optional<RunId>> run() {
    return run;
  }

  /** The dataset that somebody wants to see or edit. */
  public ObjectProperty<Optional<DatasetName>> dataset() {
    return dataset;
  }
}
