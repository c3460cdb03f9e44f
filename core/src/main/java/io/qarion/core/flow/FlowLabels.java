package io.qarion.core.flow;

import java.util.List;

/** What people say of a flow: description, owner and tags. */
public record FlowLabels(String description, String owner, List<String> tags) {

  public static final FlowLabels NONE = new FlowLabels("", "", List.of());

  public FlowLabels {
    tags = List.copyOf(tags);
  }
}
