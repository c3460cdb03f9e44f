package io.qarion.plugins.flows.changefeed;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.flow.Flow;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.problem.TaskId;
import io.qarion.plugins.flows.common.FlowStep;
import io.qarion.plugins.flows.common.LandingStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The step that finds changes, for all types of flow that begin with one. */
public final class ChangeDetection {

  private static final TaskId STEP = new TaskId("change_feed");

  private final LandingToChangeFeedStrategy strategy;
  private final LandingStep landing;

  private ChangeDetection(LandingToChangeFeedStrategy strategy, LandingStep landing) {
    this.strategy = strategy;
    this.landing = landing;
  }

  public static ChangeDetection of(Flow flow, LandingStep landing) {
    return new ChangeDetection(
        new LandingToChangeFeedStrategy(flow, new ChangeFeedSettings(flow), landing), landing);
  }

  /** The settings that have a meaning wherever the feed is only the beginning. */
  public static List<PropertyDeclaration> declarations() {
    return ChangeFeedSettings.declarations().stream()
        .filter(declared -> !declared.key().equals(ChangeFeedSettings.OUTPUT))
        .toList();
  }

  /** Reports settings that contradict one another or the input. */
  public static void check(FlowContext context) {
    new ChangeFeedSettings(context.flow()).check(context);
  }

  /** The feed of changes. */
  public Dataset feed() {
    return strategy.changeFeed();
  }

  public FlowStep step() {
    var made = new ArrayList<>(List.of(feed()));
    strategy.state().ifPresent(made::add);
    return new FlowStep(
        STEP, "Detect changes", Set.of(landing.landingName()), made, strategy.instructions(STEP));
  }
}
