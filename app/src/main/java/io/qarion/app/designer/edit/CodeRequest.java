package io.qarion.app.designer.edit;

import java.util.function.Consumer;

/** Asks for code to be edited in the large, whoever does it. */
public final class CodeRequest {

  private Consumer<CodePlace> editor = _ -> {};

  /** Says who does it. */
  public void answerBy(Consumer<CodePlace> opened) {
    editor = opened;
  }

  /** Asks for it. */
  public void ask(CodePlace place) {
    editor.accept(place);
  }
}
