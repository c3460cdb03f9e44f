package io.qarion.core.problem;

/** Names a task of a project. */
public record TaskId(String value) implements Comparable<TaskId> {

  public TaskId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("the name of a task must not be blank");
    }
  }

  @Override
  public int compareTo(TaskId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
