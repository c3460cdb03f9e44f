package io.qarion.app.designer.palette;

import io.qarion.app.designer.edit.FlowEditor;
import io.qarion.app.designer.edit.StepCarrier;
import io.qarion.app.designer.edit.StepCatalog;
import io.qarion.app.designer.edit.StepEntry;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.settings.KeptSteps;
import io.qarion.app.designer.task.BackgroundTasks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the palette lists: favourites, what was used last, then everything by groups. */
public final class PaletteModel {

  private static final int MOST_RECENT = 4;

  private final DesignerSession session;
  private final FlowEditor editor;
  private final StepCatalog catalog;
  private final StepCarrier carrier;
  private final KeptSteps kept;
  private final BackgroundTasks tasks;
  private final Messages messages;
  private final ReadOnlyObjectWrapper<List<PaletteLine>> lines =
      new ReadOnlyObjectWrapper<>(List.of());
  private KeptSteps.Steps known = KeptSteps.Steps.NONE;
  private String words = "";
  private boolean carrying;

  public PaletteModel(
      DesignerSession session,
      FlowEditor editor,
      StepCatalog catalog,
      StepCarrier carrier,
      KeptSteps kept,
      BackgroundTasks tasks,
      Messages messages) {
    this.session = session;
    this.editor = editor;
    this.catalog = catalog;
    this.carrier = carrier;
    this.kept = kept;
    this.tasks = tasks;
    this.messages = messages;
    catalog.files().subscribe(_ -> update());
    tasks.startQuietly("Read favourites", _ -> kept.read(), this::know, session::failed);
  }

  ReadOnlyObjectProperty<List<PaletteLine>> lines() {
    return lines.getReadOnlyProperty();
  }

  /** Lists only what fits some words. */
  void search(String text) {
    words = text.strip();
    update();
  }

  /** Puts it in after the chosen step. */
  void add(StepEntry entry) {
    editor.add(
        entry,
        session.active().get().flatMap(flow -> flow.selection().get()).stream().toList(),
        (document, _) -> document);
    used(entry);
  }

  /** Begins to drag it. */
  void carry(StepEntry entry) {
    carrying = true;
    carrier.carried().set(Optional.of(entry));
  }

  /** Ends the drag, wherever that was; whoever took the entry has emptied the carrier. */
  void dropped(StepEntry entry) {
    if (!carrying) {
      return;
    }
    carrying = false;
    if (carrier.carried().get().isEmpty()) {
      used(entry);
    }
    carrier.carried().set(Optional.empty());
  }

  /** Makes it a favourite, or takes that back. */
  void toggleFavourite(StepEntry entry) {
    remember(known.toggled(entry.id()));
  }

  private void used(StepEntry entry) {
    remember(known.used(entry.id()));
  }

  private void remember(KeptSteps.Steps steps) {
    know(steps);
    tasks.startQuietly(
        "Remember favourites",
        _ -> {
          kept.write(steps);
          return steps;
        },
        _ -> {},
        session::failed);
  }

  private void know(KeptSteps.Steps steps) {
    known = steps;
    update();
  }

  private void update() {
    var shown = new ArrayList<PaletteLine>();
    if (words.isEmpty()) {
      List<StepEntry> all = catalog.all();
      put(shown, "palette.favourites", named(all, known.favourites()));
      put(shown, "palette.recent", named(all, known.recent().stream().limit(MOST_RECENT).toList()));
      for (StepEntry.Group group : StepEntry.Group.values()) {
        put(
            shown,
            "step.group." + group.key(),
            all.stream().filter(entry -> entry.group() == group).toList());
      }
    } else {
      catalog.find(words).forEach(entry -> shown.add(item(entry)));
    }
    lines.set(List.copyOf(shown));
  }

  private static List<StepEntry> named(List<StepEntry> all, List<String> ids) {
    return all.stream()
        .filter(entry -> ids.contains(entry.id()))
        .sorted(Comparator.comparingInt(entry -> ids.indexOf(entry.id())))
        .toList();
  }

  private void put(List<PaletteLine> shown, String heading, List<StepEntry> entries) {
    if (!entries.isEmpty()) {
      shown.add(new PaletteLine.Heading(messages.get(heading)));
      entries.forEach(entry -> shown.add(item(entry)));
    }
  }

  private PaletteLine item(StepEntry entry) {
    return new PaletteLine.Item(entry, known.favourites().contains(entry.id()));
  }
}
