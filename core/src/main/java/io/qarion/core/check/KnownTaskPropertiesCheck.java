package io.qarion.core.check;

import io.qarion.core.flow.Task;
import io.qarion.core.plugin.DeclaredProperties;
import io.qarion.core.plugin.FlowContext;
import io.qarion.core.plugin.FlowPlugin;

/** Settings of a task are those its type declares, of the declared kinds. */
final class KnownTaskPropertiesCheck implements FlowCheck {

  @Override
  public void check(FlowPlugin plugin, FlowContext context) {
    for (Task task : context.flow().tasks()) {
      context
          .taskTypes()
          .find(task.type())
          .ifPresent(type -> {
            new DeclaredProperties(type.properties(), context::report)
                .check(task.properties(), task.path() + ".properties");
            new DeclaredProperties(type.config(), context::report)
                .check(task.config(), task.path() + ".config");
          });
    }
  }
}
