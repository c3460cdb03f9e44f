package io.qarion.app.designer.notice;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.journal.SetAside;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.session.OpenProject;
import io.qarion.app.designer.session.OutsideChange;
import io.qarion.app.designer.session.RestoredEdits;
import io.qarion.core.problem.Problem;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.util.Subscription;

/** The notices of the project and of the flow that is shown. */
public final class NoticeModel {

  private final DesignerSession session;
  private final Messages messages;
  private final DateTimeFormatter times;
  private final ReadOnlyObjectWrapper<List<Notice>> notices =
      new ReadOnlyObjectWrapper<>(List.of());
  private Subscription ofFlow = Subscription.EMPTY;
  private Subscription ofRestored = Subscription.EMPTY;

  /**
   * @param zone of the times that are shown
   */
  public NoticeModel(DesignerSession session, Messages messages, ZoneId zone) {
    this.session = session;
    this.messages = messages;
    this.times =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(messages.locale())
            .withZone(zone);
    session.project().subscribe(_ -> update());
    session.found().restored().subscribe(this::follow);
    session.active().subscribe(this::show);
  }

  /** Those that are to be seen now, those of the project first. */
  public ReadOnlyObjectProperty<List<Notice>> notices() {
    return notices.getReadOnlyProperty();
  }

  private void follow(Optional<RestoredEdits> restored) {
    ofRestored.unsubscribe();
    ofRestored =
        restored.stream()
            .flatMap(edits -> edits.flows().stream())
            .map(flow -> flow.dirty().subscribe((_, _) -> update()))
            .reduce(Subscription.EMPTY, Subscription::and);
    update();
  }

  private void show(Optional<FlowDocument> document) {
    ofFlow.unsubscribe();
    ofFlow =
        document
            .map(flow -> {
              ListChangeListener<SetAside> listener = _ -> update();
              flow.setAside().addListener(listener);
              return Subscription.combine(
                  flow.outside().subscribe((_, _) -> update()),
                  () -> flow.setAside().removeListener(listener));
            })
            .orElse(Subscription.EMPTY);
    update();
  }

  private void update() {
    var shown = new ArrayList<Notice>();
    session
        .project()
        .get()
        .map(OpenProject::refusal)
        .filter(reasons -> !reasons.isEmpty())
        .ifPresent(reasons -> shown.add(refused(reasons.getFirst())));
    session
        .found()
        .restored()
        .get()
        .filter(edits -> edits.flows().stream().anyMatch(flow -> flow.dirty().get()))
        .ifPresent(edits -> shown.add(restored(edits)));
    session
        .active()
        .get()
        .ifPresent(flow -> {
          outside(flow).ifPresent(shown::add);
          flow.setAside().stream().findFirst().ifPresent(edits -> shown.add(aside(flow, edits)));
        });
    notices.set(List.copyOf(shown));
  }

  private Notice refused(Problem reason) {
    return new Notice(
        "refused",
        "fth-lock",
        true,
        messages.get("notice.refused", reason.message(), reason.fix()),
        List.of(new Notice.Choice("claim", messages.get("notice.try-again"), session::claim)));
  }

  private Notice restored(RestoredEdits edits) {
    return new Notice(
        "restored",
        "fth-rotate-ccw",
        false,
        messages.get("notice.restored", edits.flows().size(), time(edits.at())),
        List.of(
            new Notice.Choice("keep", messages.get("notice.keep"), session.found()::keepRestored),
            new Notice.Choice(
                "discard", messages.get("notice.discard"), session.found()::discardRestored)));
  }

  private Optional<Notice> outside(FlowDocument flow) {
    String file = flow.stored().get().file();
    return switch (flow.outside().get()) {
      case OutsideChange.None _ -> Optional.empty();
      case OutsideChange.Changed _ ->
          Optional.of(
              new Notice(
                  "changed",
                  "fth-alert-triangle",
                  true,
                  messages.get("notice.changed", file),
                  List.of(
                      new Notice.Choice(
                          "take",
                          messages.get("notice.take-file"),
                          () -> session.found().takeFile(flow)),
                      new Notice.Choice(
                          "mine", messages.get("notice.keep-mine"), flow::keepMine))));
      case OutsideChange.Deleted _ ->
          Optional.of(
              new Notice(
                  "deleted",
                  "fth-alert-triangle",
                  true,
                  messages.get("notice.deleted", file),
                  List.of(
                      new Notice.Choice("save", messages.get("notice.save"), session::save),
                      new Notice.Choice(
                          "drop", messages.get("notice.drop"), () -> session.drop(flow)))));
    };
  }

  private Notice aside(FlowDocument flow, SetAside edits) {
    return new Notice(
        "aside",
        "fth-rotate-ccw",
        true,
        messages.get("notice.aside", flow.stored().get().file(), time(edits.at())),
        List.of(
            new Notice.Choice(
                "take", messages.get("notice.take-edits"), () -> session.found().take(flow, edits)),
            new Notice.Choice(
                "discard",
                messages.get("notice.discard"),
                () -> session.found().forget(flow, edits))));
  }

  private String time(Instant at) {
    return times.format(at);
  }
}
