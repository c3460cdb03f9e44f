package io.qarion.core.plugin;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The task types there are. */
public final class TaskTypes {

  private final Map<String, TaskTypePlugin> plugins = new LinkedHashMap<>();

  public TaskTypes(Collection<? extends TaskTypePlugin> plugins) {
    plugins.forEach(plugin -> this.plugins.put(plugin.taskType(), plugin));
  }

  public Optional<TaskTypePlugin> find(String type) {
    return Optional.ofNullable(plugins.get(type));
  }

  public List<String> names() {
    return List.copyOf(plugins.keySet());
  }
}
