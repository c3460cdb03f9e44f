package io.qarion.app.designer.session;

import io.qarion.app.designer.command.Command;
import io.qarion.core.toml.TomlDocument;
import java.util.function.Consumer;

/** A change of a flow's text, whoever made it: a form, a drag on the canvas, or a keyboard. */
record TextEdit(String name, TomlDocument before, TomlDocument after, Consumer<TomlDocument> target)
    implements Command {

  @Override
  public void run() {
    target.accept(after);
  }

  @Override
  public void undo() {
    target.accept(before);
  }
}
