package io.qarion.app.designer.canvas;

import io.qarion.app.designer.action.Action;
import io.qarion.app.designer.dialog.ChosenFile;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.session.News;
import io.qarion.app.designer.task.BackgroundTasks;
import io.qarion.app.designer.task.UiThread;
import io.qarion.app.designer.theme.Icons;
import io.qarion.app.designer.theme.Theme;
import io.qarion.core.progress.Cancellation;
import io.qarion.core.repository.AtomicFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Saves the picture of the flow that is shown. */
public final class PictureActions {

  private final DesignerSession session;
  private final CanvasModel model;
  private final PictureFile files;
  private final Work work;
  private final Looks looks;

  /** How the work is done beside the window. */
  public record Work(BackgroundTasks tasks, UiThread ui) {}

  /** What a picture is drawn with, as the window is. */
  public record Looks(Icons icons, Theme theme, Messages messages) {}

  public PictureActions(
      DesignerSession session, CanvasModel model, PictureFile files, Work work, Looks looks) {
    this.session = session;
    this.model = model;
    this.files = files;
    this.work = work;
    this.looks = looks;
  }

  private enum Format {
    PNG(".png"),
    SVG(".svg");

    private final String ending;

    Format(String ending) {
      this.ending = ending;
    }
  }

  /** One for each format, for menus and the palette. */
  public List<Action> actions() {
    return List.of(action("file.picture-png", Format.PNG), action("file.picture-svg", Format.SVG));
  }

  private Action action(String id, Format format) {
    return new Action(
        id,
        looks.messages().get("action." + id),
        "fth-image",
        Optional.empty(),
        model.graph().map(graph -> !graph.nodes().isEmpty()),
        () -> session.active().get().ifPresent(flow -> save(flow, format)));
  }

  private void save(FlowDocument flow, Format format) {
    files
        .choose(looks.messages().get("picture.save"), flow.id() + format.ending)
        .ifPresent(chosen -> {
          var shown =
              new ShownFlow(
                  flow.stored().get().flow().name(),
                  model.graph().get(),
                  model.graph().get().stepPlaces().keySet().stream()
                      .collect(
                          Collectors.toMap(Function.identity(), step -> StepStates.of(flow, step))),
                  model.stale().get());
          work.tasks()
              .start(
                  looks.messages().get("picture.save"),
                  cancellation -> write(shown, chosen, format, cancellation),
                  news -> session.tell(News.of(news)),
                  session::failed);
        });
  }

  /** Writes the file, whole or not at all, and says so. */
  private String write(ShownFlow flow, Path chosen, Format format, Cancellation cancellation) {
    Path target = ChosenFile.named(chosen, List.of(format.ending));
    Messages messages = looks.messages();
    var picture =
        new FlowPicture(
            flow, work.ui(), () -> new PictureCanvas(flow, looks.icons(), messages, looks.theme()));
    byte[] bytes =
        switch (format) {
          case PNG -> picture.png(cancellation);
          case SVG -> picture.svg(cancellation);
        };
    AtomicFile.write(target, bytes);
    boolean smaller = format == Format.PNG && picture.scale() < 1;
    return smaller
        ? messages.get(
            "picture.saved-smaller",
            flow.name(),
            target.getFileName(),
            Math.round(picture.scale() * 100))
        : messages.get("picture.saved", flow.name(), target.getFileName());
  }
}
