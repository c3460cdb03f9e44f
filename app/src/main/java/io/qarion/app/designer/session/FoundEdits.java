package io.qarion.app.designer.session;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.journal.SetAside;
import io.qarion.core.toml.TomlDocument;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Edits that were found and wait for an answer: those of an earlier session, and what somebody else
 * wrote into a file. To be used in the window's thread.
 */
public final class FoundEdits {

  private final ReadOnlyObjectProperty<Optional<OpenProject>> project;
  private final ProjectTrust trust;
  private final Messages messages;
  private final ReadOnlyObjectWrapper<Optional<RestoredEdits>> restored =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  FoundEdits(
      ReadOnlyObjectProperty<Optional<OpenProject>> project,
      ProjectTrust trust,
      Messages messages) {
    this.project = project;
    this.trust = trust;
    this.messages = messages;
  }

  /** Edits of an earlier session that are there again, until the user has answered. */
  public ReadOnlyObjectProperty<Optional<RestoredEdits>> restored() {
    return restored.getReadOnlyProperty();
  }

  void restored(Optional<RestoredEdits> edits) {
    restored.set(edits);
  }

  /** Goes on with the edits that were restored. */
  public void keepRestored() {
    restored.set(Optional.empty());
  }

  /** Takes the edits that were restored back, as edits that can be undone. */
  public void discardRestored() {
    restored
        .get()
        .ifPresent(
            edits -> edits.flows().forEach(flow -> flow.discard(messages.get("command.discard"))));
    keepRestored();
  }

  /** Puts edits that were set aside in place of a flow's text, as an edit that can be undone. */
  public void take(FlowDocument document, SetAside edits) {
    trust.fromOutside(() -> document.type(messages.get("command.take-back"), edits.text()));
    forget(document, edits);
  }

  /** Drops edits that were set aside, for good. */
  public void forget(FlowDocument document, SetAside edits) {
    document.setAside().remove(edits);
    project.get().ifPresent(owner -> owner.journals().forget(edits));
  }

  /** Takes what somebody else wrote into a flow's file, as an edit that can be undone. */
  public void takeFile(FlowDocument document) {
    if (document.outside().get() instanceof OutsideChange.Changed(TomlDocument theirs)) {
      trust.fromOutside(() -> document.take(messages.get("command.take-file"), theirs));
    }
  }
}
