package io.qarion.app.designer.control;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which proposals are shown, and which of them is chosen. */
final class ProposalModel {

  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Proposals> proposals =
      new ReadOnlyObjectWrapper<>(Proposals.NONE);
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(-1);

  ReadOnlyBooleanProperty open() {
    return open.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Proposals> proposals() {
    return proposals.getReadOnlyProperty();
  }

  /** The place of the chosen one; -1 while closed. */
  ReadOnlyIntegerProperty chosen() {
    return chosen.getReadOnlyProperty();
  }

  /** Shows what was asked for; closes if there is nothing. */
  void ask(Proposals found) {
    show(found, !found.isEmpty());
  }

  /** Shows what fits the word that is typed; closes if that would only be in the way. */
  void typed(Proposals found, String text, int caret) {
    show(found, found.helpUnasked(text, caret));
  }

  /** Follows a caret that moved: the word it was opened for has to be there still. */
  void moved(Proposals found) {
    show(found, !found.isEmpty() && found.from() == proposals.get().from());
  }

  private void show(Proposals found, boolean worth) {
    if (!worth) {
      close();
      return;
    }
    chosen.set(-1);
    proposals.set(found);
    chosen.set(0);
    open.set(true);
  }

  /** Chooses another, up or down; from the last on to the first. */
  void move(int by) {
    choose(Math.floorMod(chosen.get() + by, proposals.get().items().size()));
  }

  void choose(int place) {
    chosen.set(place);
  }

  /** The chosen one, if the list is open; closes it. */
  Optional<Proposal> take() {
    if (!open.get()) {
      return Optional.empty();
    }
    Proposal taken = proposals.get().items().get(chosen.get());
    open.set(false);
    chosen.set(-1);
    return Optional.of(taken);
  }

  void close() {
    open.set(false);
    chosen.set(-1);
    proposals.set(Proposals.NONE);
  }
}
