package io.qarion.app.designer.edit;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What is being dragged from a list into a flow. */
public final class StepCarrier {

  private final ObjectProperty<Optional<StepEntry>> carried =
      new SimpleObjectProperty<>(Optional.empty());

  /** The entry under the pointer; empty while nothing is dragged. */
  public ObjectProperty<Optional<StepEntry>> carried() {
    return carried;
  }
}
