package io.qarion.app.designer.edit;

/** What is put into a flow. */
public sealed interface StepKind {

  /** A transformation with one visual step. */
  record Operation(String operation) implements StepKind {}

  /** A task of another type. */
  record OfType(String type) implements StepKind {}

  /** A transformation by a statement. */
  record Statement() implements StepKind {}

  /**
   * A task that loads a file.
   *
   * @param path relative to the project
   */
  record DataFile(String path) implements StepKind {}

  /** How many steps may lead into it. */
  default int mostInputs() {
    return switch (this) {
      case Operation(String operation) when operation.equals("join") -> 2;
      case Operation(String operation) when operation.equals("union") -> Integer.MAX_VALUE;
      case Statement _ -> Integer.MAX_VALUE;
      case OfType(String type) when type.equals("ingestion") -> 0;
      case Operation _, OfType _ -> 1;
      case DataFile _ -> 0;
    };
  }
}
