package io.qarion.app.designer.control;

import java.util.Optional;

/** Where copied text goes, and where it comes from. */
public interface TextClipboard {

  void put(String text);

  /** The text that was copied last, here or in another program; empty if there is none. */
  Optional<String> text();
}
