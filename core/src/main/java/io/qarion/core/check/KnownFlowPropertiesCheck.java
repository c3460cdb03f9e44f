package io.qarion.core.check;

import io.qarion.core.plugin.DeclaredProperties;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.FlowPlugin;

/** Settings of a flow are those its type declares, of the declared kinds. */
final class KnownFlowPropertiesCheck implements FlowCheck {

  @Override
  public void check(FlowPlugin plugin, FlowContext context) {
    new DeclaredProperties(plugin.properties(), context::report)
        .check(context.flow().properties(), "properties");
  }
}
