package io.qarion.app.designer.session;

import io.qarion.app.designer.command.Command;

/**
 * A place among the edits of a flow for one that changes other files and not the flow's text, so
 * that it can be undone from there. Two are never the same, though they are called the same.
 */
final class FilesEdit implements Command {

  private final String name;

  FilesEdit(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void run() {
    // The files are written beside the window, by whoever made this.
  }

  @Override
  public void undo() {
    // As above.
  }
}
