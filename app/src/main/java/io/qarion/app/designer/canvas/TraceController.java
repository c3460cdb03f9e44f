package io.qarion.app.designer.canvas;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.session.LineageWatch;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/** Shows on the canvas where the followed column comes from and where it goes. */
public final class TraceController {

  private final DesignerSession session;
  private final CanvasView view;
  private final LineageWatch watch;
  private Subscription subscription = Subscription.EMPTY;

  /**
   * @param open shows the column in the lineage of the whole project
   */
  public TraceController(
      DesignerSession session,
      CanvasView view,
      LineageWatch watch,
      Runnable open,
      Messages messages) {
    this.session = session;
    this.view = view;
    this.watch = watch;
    var bar = new TraceBar(watch, open, messages);
    bar.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    view.addBar(bar);
    view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    watch.trace().subscribe(this::show);
    session.active().subscribe(this::follow);
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && watch.column().get().isPresent()) {
      watch.column().set(Optional.empty());
      event.consume();
    }
  }

  private void follow(Optional<FlowDocument> flow) {
    subscription.unsubscribe();
    subscription =
        flow.map(shown -> shown.compiled().subscribe(_ -> show())).orElse(Subscription.EMPTY);
  }

  private void show() {
    view.showTrace(
        watch
            .trace()
            .get()
            .flatMap(trace ->
                session
                    .active()
                    .get()
                    .flatMap(flow -> flow.compiled().get())
                    .map(flow -> CanvasTrace.of(trace, flow))));
  }
}
