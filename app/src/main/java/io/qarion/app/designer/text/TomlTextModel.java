package io.qarion.app.designer.text;

import io.qarion.app.designer.control.Proposals;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.util.Subscription;

/** The text of the flow that is shown, with its mistakes as places in it. */
public final class TomlTextModel {

  private final DesignerSession session;
  private final Messages messages;
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<List<TomlHighlighter.Mistake>> mistakes =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper firstMistake = new ReadOnlyStringWrapper("");
  private Optional<FlowDocument> shown = Optional.empty();
  private Subscription subscription = Subscription.EMPTY;

  public TomlTextModel(DesignerSession session, Messages messages) {
    this.session = session;
    this.messages = messages;
    session.active().subscribe(this::show);
  }

  public ReadOnlyStringProperty text() {
    return text.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<List<TomlHighlighter.Mistake>> mistakes() {
    return mistakes.getReadOnlyProperty();
  }

  /** What is wrong first, in a sentence; empty if nothing is. */
  public ReadOnlyStringProperty firstMistake() {
    return firstMistake.getReadOnlyProperty();
  }

  /** Takes what was typed, as an edit that can be undone. */
  public void type(String typed) {
    shown.ifPresent(document -> document.type(messages.get("command.type"), typed));
  }

  /** What could be written at a caret of a text that is being typed. */
  Proposals propose(String typed, int caret) {
    var others = new ArrayList<Dataset>();
    session
        .project()
        .get()
        .ifPresent(project -> project.datasets().forEach(stored -> others.add(stored.dataset())));
    session
        .flows()
        .forEach(flow -> flow.compiled().get().ifPresent(made -> others.addAll(made.datasets())));
    FlowKnowledge known =
        FlowKnowledge.of(shown.flatMap(document -> document.compiled().get()), others);
    return new TomlCompletion(session.plugins(), messages, known).at(typed, caret);
  }

  private void show(Optional<FlowDocument> document) {
    subscription.unsubscribe();
    shown = document;
    subscription =
        document
            .map(flow -> {
              ListChangeListener<Problem> listener = _ -> mark(flow);
              flow.problems().addListener(listener);
              return Subscription.combine(
                  flow.stored().subscribe(stored -> text.set(stored.document().text())),
                  () -> flow.problems().removeListener(listener));
            })
            .orElse(Subscription.EMPTY);
    document.ifPresent(this::mark);
  }

  private void mark(FlowDocument flow) {
    String content = flow.document().text();
    var found = new ArrayList<TomlHighlighter.Mistake>();
    Optional<Problem> first = Optional.empty();
    for (Problem problem : flow.problems()) {
      Place place = problem.place();
      if (problem.isError()
          && place.line() > 0
          && place.file().equals(flow.stored().get().file())) {
        found.add(mistake(content, place));
        first = first.or(() -> Optional.of(problem));
      }
    }
    mistakes.set(List.copyOf(found));
    firstMistake.set(first.map(problem -> problem.message() + " " + problem.fix()).orElse(""));
  }

  /** From the place to the end of the word there; at least one sign. */
  private static TomlHighlighter.Mistake mistake(String content, Place place) {
    int start = 0;
    for (int line = 1; line < place.line(); line++) {
      int next = content.indexOf('\n', start);
      if (next < 0) {
        break;
      }
      start = next + 1;
    }
    int lineEnd = content.indexOf('\n', start);
    int stop = lineEnd < 0 ? content.length() : lineEnd;
    int from = Math.min(stop, offset(content, start, stop, Math.max(0, place.column() - 1)));
    int to = from;
    while (to < stop && !Character.isWhitespace(content.charAt(to))) {
      to++;
    }
    return to > from
        ? new TomlHighlighter.Mistake(from, to)
        : new TomlHighlighter.Mistake(Math.max(start, from - 1), Math.max(from, start + 1));
  }

  /** Columns count code points. */
  private static int offset(String content, int start, int stop, int codePoints) {
    int available = content.codePointCount(start, stop);
    return content.offsetByCodePoints(start, Math.min(codePoints, available));
  }
}
