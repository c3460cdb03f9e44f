package io.qarion.app.designer.rename;

import io.qarion.core.dataset.DataType;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.TaskId;
import java.util.Optional;

/** What can get another name or another type. */
sealed interface Subject {

  /** The name that it has. */
  String name();

  /** The type that it has; empty for what has none. */
  default Optional<DataType> type() {
    return Optional.empty();
  }

  /** Whether it can get another name. */
  default boolean hasFreeName() {
    return true;
  }

  /** The id of a step. */
  record OfStep(TaskId step) implements Subject {

    @Override
    public String name() {
      return step.value();
    }
  }

  /** A dataset that a step makes. */
  record OfDataset(DatasetName dataset) implements Subject {

    @Override
    public String name() {
      return dataset.value();
    }
  }

  /** A column as it leaves a step. */
  record OfColumn(TaskId step, DataType now, String name) implements Subject {

    @Override
    public Optional<DataType> type() {
      return Optional.of(now);
    }
  }

  /** A column that the flow declares for the rows that it takes in. */
  record OfInput(DataType now, String name) implements Subject {

    @Override
    public Optional<DataType> type() {
      return Optional.of(now);
    }

    /** Its name is that of the files. */
    @Override
    public boolean hasFreeName() {
      return false;
    }
  }

  /** A variable of the flow. */
  record OfVariable(String name) implements Subject {}
}
