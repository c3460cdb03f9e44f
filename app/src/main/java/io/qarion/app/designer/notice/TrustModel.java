package io.qarion.app.designer.notice;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.ProjectTrust;
import io.qarion.app.designer.session.Trust;
import io.qarion.core.project.ProjectReach;
import io.qarion.core.project.Touch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The question whether a project is trusted, in words, and how much of it is seen. */
public final class TrustModel {

  private final ProjectTrust trust;
  private final Messages messages;
  private final ReadOnlyObjectWrapper<Optional<Question>> question =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper folded = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper detailed = new ReadOnlyBooleanWrapper();

  /**
   * What the user is asked.
   *
   * @param touches one line for each thing that the project would touch
   */
  public record Question(String text, List<String> touches) {

    public Question {
      touches = List.copyOf(touches);
    }
  }

  public TrustModel(ProjectTrust trust, Messages messages) {
    this.trust = trust;
    this.messages = messages;
    trust.state().subscribe(this::ask);
    trust.reminders().subscribe((_, _) -> unfold());
  }

  /** Empty while there is nothing to ask. */
  public ReadOnlyObjectProperty<Optional<Question>> question() {
    return question.getReadOnlyProperty();
  }

  /** Whether the user does not want to decide now. */
  public ReadOnlyBooleanProperty folded() {
    return folded.getReadOnlyProperty();
  }

  /** Whether the user wants to see what would be touched. */
  public ReadOnlyBooleanProperty detailed() {
    return detailed.getReadOnlyProperty();
  }

  /** Rises when the user is to be pointed to the question. */
  public ReadOnlyIntegerProperty reminders() {
    return trust.reminders();
  }

  public void trust() {
    trust.trust();
  }

  public void fold() {
    folded.set(true);
  }

  public void unfold() {
    folded.set(false);
  }

  public void switchDetails() {
    detailed.set(!detailed.get());
  }

  private void ask(Trust state) {
    switch (state) {
      case Trust.Given _ -> {
        question.set(Optional.empty());
        folded.set(false);
        detailed.set(false);
      }
      case Trust.Asked asked ->
          question.set(Optional.of(new Question(text(asked), touches(asked))));
    }
  }

  private String text(Trust.Asked asked) {
    if (!asked.added().isEmpty()) {
      return messages.get("trust.widened", words(asked.added()));
    }
    return asked.before()
        ? messages.get("trust.changed", words(asked.reach()))
        : messages.get("trust.asked", words(asked.reach()));
  }

  private String words(ProjectReach reach) {
    var parts = new ArrayList<String>();
    for (Touch.Kind kind : Touch.Kind.values()) {
      int count = reach.of(kind).size();
      if (count > 0) {
        parts.add(words(kind, count));
      }
    }
    if (parts.isEmpty()) {
      return messages.get("trust.nothing");
    }
    String last = parts.removeLast();
    return parts.isEmpty() ? last : messages.get("trust.and", String.join(", ", parts), last);
  }

  private String words(Touch.Kind kind, int count) {
    return switch (kind) {
      case READ -> messages.get("trust.read", count);
      case WRITE -> messages.get("trust.write", count);
      case NETWORK -> messages.get("trust.network", count);
      case SQL -> messages.get("trust.sql", count);
      case STORE -> messages.get("trust.store", count);
    };
  }

  private List<String> touches(Trust.Asked asked) {
    var fresh = new HashSet<>(asked.added().touches());
    return asked.reach().touches().stream()
        .map(touch ->
            fresh.contains(touch) ? messages.get("trust.touch.new", line(touch)) : line(touch))
        .toList();
  }

  private String line(Touch touch) {
    String what = touch.what().replaceAll("\\s+", " ");
    return switch (touch.kind()) {
      case READ -> messages.get("trust.touch.read", what);
      case WRITE -> messages.get("trust.touch.write", what);
      case NETWORK -> messages.get("trust.touch.network", what);
      case SQL -> messages.get("trust.touch.sql", what);
      case STORE -> messages.get("trust.touch.store", what);
    };
  }
}
