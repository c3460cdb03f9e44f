package io.qarion.app.designer.control;

/** Where copied text goes. */
@FunctionalInterface
public interface TextClipboard {

  void put(String text);
}
