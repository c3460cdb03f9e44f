package io.qarion.app.cli;

import io.qarion.core.progress.RunStatus;

/** What the program's end tells a script; documented in {@code docs/command-line.md}. */
enum ExitCode {
  SUCCESS(0),
  /** A run or another piece of work failed. */
  FAILED(1),
  /** The command was written wrongly. */
  USAGE(2),
  /** The project's files have errors; nothing was done. */
  INVALID(3),
  /** Another process owns the project. */
  LOCKED(4),
  /** Stopped by the user. */
  CANCELLED(130);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static ExitCode of(RunStatus status) {
    return switch (status) {
      case SUCCESS, SKIPPED -> SUCCESS;
      case CANCELLED -> CANCELLED;
      case FAILED, INTERRUPTED, RUNNING -> FAILED;
    };
  }
}
