package io.qarion.app.designer.command;

/** An edit that can be taken back. */
public interface Command {

  /** What it does, for menus: "Move 'Clean orders'". */
  String name();

  /** Does it, for the first time or again. */
  void run();

  /** Takes it back; everything is as it was before {@link #run}. */
  void undo();
}
