package io.qarion.app.designer.lineage;

import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.session.DesignerSession;
import io.qarion.app.designer.session.FlowDocument;
import io.qarion.app.designer.session.LineageWatch;
import io.qarion.core.dag.DagNode;
import io.qarion.core.lineage.ColumnId;
import io.qarion.core.lineage.StepId;
import io.qarion.core.lineage.StepImpact;
import io.qarion.core.plan.CompiledFlow;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What is drawn and listed of the lineage of a project. */
public final class LineageModel {

  /** More boxes than a person could look through are not drawn. */
  static final int MOST = 300;

  private static final Pattern RULE = Pattern.compile("\\.rules\\[(\\d+)]");

  private final DesignerSession session;
  private final LineageWatch watch;
  private final Messages messages;
  private final ReadOnlyObjectWrapper<Drawing> drawing = new ReadOnlyObjectWrapper<>(Drawing.EMPTY);
  private final ReadOnlyObjectWrapper<List<ImpactLine>> impact =
      new ReadOnlyObjectWrapper<>(List.of());

  public LineageModel(DesignerSession session, LineageWatch watch, Messages messages) {
    this.session = session;
    this.watch = watch;
    this.messages = messages;
    watch.lineage().subscribe(this::refresh);
    watch.trace().subscribe(this::refresh);
  }

  LineageWatch watch() {
    return watch;
  }

  ReadOnlyObjectProperty<Drawing> drawing() {
    return drawing.getReadOnlyProperty();
  }

  /** What would come of it if the followed column were gone. */
  ReadOnlyObjectProperty<List<ImpactLine>> impact() {
    return impact.getReadOnlyProperty();
  }

  void follow(ColumnId column) {
    watch.column().set(Optional.of(column));
  }

  /** Shows a step where it is drawn. */
  void show(StepId step) {
    session.flows().stream()
        .filter(flow -> flow.id().equals(step.flow()))
        .findFirst()
        .ifPresent(flow -> {
          session.active().set(Optional.of(flow));
          flow.selection().set(Optional.of(step.step()));
        });
  }

  private void refresh() {
    drawing.set(
        watch
            .trace()
            .get()
            .map(trace -> Drawing.of(trace, watch.lineage().get()))
            .orElseGet(() -> Drawing.of(watch.lineage().get())));
    impact.set(
        watch
            .column()
            .get()
            .map(column -> watch.lineage().get().impact(column).stream().map(this::line).toList())
            .orElse(List.of()));
  }

  private ImpactLine line(StepImpact impact) {
    Optional<FlowDocument> flow =
        session.flows().stream().filter(each -> each.id().equals(impact.step().flow())).findFirst();
    String step =
        flow.flatMap(each -> each.compiled().get())
            .map(CompiledFlow::dag)
            .flatMap(dag -> dag.find(impact.step().step()))
            .map(DagNode::title)
            .orElse(impact.step().step().value());
    String name = flow.map(each -> each.stored().get().flow().name()).orElse("");
    return new ImpactLine(
        impact.step(),
        impact.isBroken(),
        messages.get("lineage.impact.step", step, name),
        words(impact));
  }

  private String words(StepImpact impact) {
    if (impact.isBroken()) {
      return messages.get(
          "lineage.impact.breaks",
          impact.elements().stream().map(this::place).distinct().collect(Collectors.joining(", ")));
    }
    if (!impact.files().isEmpty()) {
      return messages.get("lineage.impact.file", String.join(", ", impact.files()));
    }
    return messages.get(
        "lineage.impact.loses",
        impact.lost().stream().map(ColumnId::toString).sorted().collect(Collectors.joining(", ")));
  }

  /** A place inside a step, in words where a user knows it by some. */
  private String place(String element) {
    Matcher rule = RULE.matcher(element);
    if (rule.find()) {
      return messages.get("lineage.place.rule", Integer.parseInt(rule.group(1)) + 1);
    }
    return element.endsWith(".config.sql")
        ? messages.get("lineage.place.sql")
        : messages.get("lineage.place.settings");
  }
}
