package io.qarion.app.designer.canvas;

import javafx.scene.input.MouseEvent;

/** Something done with a held button, from pressing to releasing it. */
interface Gesture {

  /** Whether a press begins this gesture; it then gets all that follows. */
  boolean begins(MouseEvent press);

  void drags(MouseEvent drag);

  void ends(MouseEvent release);

  /** Takes back what the drag has shown so far. */
  void cancels();
}
