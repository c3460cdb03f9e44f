package io.qarion.app.designer.command;

/** Hears what is done with edits, after it is done. */
public interface CommandLog {

  /** Hears and does nothing. */
  CommandLog NONE =
      new CommandLog() {
        @Override
        public void ran(Command command) {}

        @Override
        public void undone(Command command) {}

        @Override
        public void redone(Command command) {}
      };

  /** A new edit was made. */
  void ran(Command command);

  /** The last edit was taken back. */
  void undone(Command command);

  /** The edit undone last was made again. */
  void redone(Command command);
}
