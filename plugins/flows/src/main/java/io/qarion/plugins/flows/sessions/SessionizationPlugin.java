package io.qarion.plugins.flows.sessions;

import io.qarion.core.dataset.Column;
import io.qarion.core.flow.Flow;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.PropertyDeclaration;
import io.qarion.core.problem.TaskId;
import io.qarion.plugins.flows.common.FlowStep;
import io.qarion.plugins.flows.common.LandingFlowPlugin;
import io.qarion.plugins.flows.common.LandingStep;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Divides events into sessions: what somebody did without a long pause. */
public final class SessionizationPlugin extends LandingFlowPlugin {

  private static final TaskId EVENTS = new TaskId("events");
  private static final TaskId SESSIONS = new TaskId("sessions");

  @Override
  public String flowType() {
    return "sessionization";
  }

  @Override
  public String name() {
    return "Sessions";
  }

  @Override
  public String description() {
    return "Divides events into sessions, which end after a pause, and sums each of them up.";
  }

  @Override
  protected List<PropertyDeclaration> ownProperties() {
    return SessionSettings.declarations();
  }

  @Override
  protected boolean needsKey() {
    return false;
  }

  @Override
  protected boolean mayLandDirectly() {
    return false;
  }

  @Override
  protected void check(FlowContext context) {
    new SessionSettings(context.flow()).check(context);
  }

  @Override
  protected List<FlowStep> steps(Flow flow, LandingStep landing) {
    var settings = new SessionSettings(flow);
    Optional<Column> time = settings.time();
    if (time.isEmpty() || settings.entities().isEmpty()) {
      return List.of();
    }
    var datasets = SessionDatasets.of(flow, settings, landing.knownKeys());
    var sources = new SessionSources(flow.input().schema(), landing, settings, datasets);
    var strategy =
        new LandingToSessionsStrategy(
            settings, sources, datasets, flow.input().schema().names(), time.get());
    return List.of(
        new FlowStep(
            EVENTS,
            "Find sessions",
            Set.of(landing.landingName()),
            List.of(datasets.events(), datasets.touched()),
            strategy.events(EVENTS)),
        new FlowStep(
            SESSIONS,
            "Sum up sessions",
            Set.of(datasets.events().name(), datasets.touched().name()),
            List.of(datasets.sessions()),
            strategy.sessions(SESSIONS)));
  }
}
