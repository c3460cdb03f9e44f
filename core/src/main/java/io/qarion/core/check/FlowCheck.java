package io.qarion.core.check;

import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.FlowPlugin;

/** Looks for one kind of mistake in a flow, and reports it to the context. */
@FunctionalInterface
public interface FlowCheck {

  void check(FlowPlugin plugin, FlowContext context);
}
