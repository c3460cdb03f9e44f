package io.qarion.app.designer.rename;

import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.TaskId;

/** What can get another name. */
sealed interface Subject {

  /** The name that it has. */
  String name();

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
  record OfColumn(TaskId step, String name) implements Subject {}

  /** A variable of the flow. */
  record OfVariable(String name) implements Subject {}
}
