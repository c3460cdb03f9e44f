package io.qarion.core.problem;

/** Names a flow of a project. */
public record FlowId(String value) implements Comparable<FlowId> {

  public FlowId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("the name of a flow must not be blank");
    }
  }

  @Override
  public int compareTo(FlowId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
