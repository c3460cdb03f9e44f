package io.qarion.core.problem;

/** Names a dataset of a project. */
public record DatasetName(String value) implements Comparable<DatasetName> {

  public DatasetName {
    if (value.isBlank()) {
      throw new IllegalArgumentException("the name of a dataset must not be blank");
    }
  }

  @Override
  public int compareTo(DatasetName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
