package com.sun.glass.ui.testheadless;

import com.sun.glass.ui.headless.HeadlessView;

/** Says with each event which keys and buttons are held. */
final class TestHeadlessView extends HeadlessView {

  private final HeldKeys held;

  TestHeadlessView(HeldKeys held) {
    this.held = held;
  }

  @Override
  protected void notifyKey(int type, int keyCode, char[] keyChars, int modifiers) {
    held.key(type, keyCode);
    super.notifyKey(type, keyCode, keyChars, modifiers | held.modifiers());
  }

  @Override
  protected void notifyMouse(
      int type,
      int button,
      int x,
      int y,
      int xAbs,
      int yAbs,
      int modifiers,
      boolean isPopupTrigger,
      boolean isSynthesized) {
    held.button(type, button);
    super.notifyMouse(
        type,
        button,
        x,
        y,
        xAbs,
        yAbs,
        modifiers | held.modifiers(),
        isPopupTrigger,
        isSynthesized);
  }

  @Override
  protected void notifyScroll(
      int x,
      int y,
      int xAbs,
      int yAbs,
      double deltaX,
      double deltaY,
      int modifiers,
      int lines,
      int chars,
      int defaultLines,
      int defaultChars,
      double xMultiplier,
      double yMultiplier) {
    super.notifyScroll(
        x,
        y,
        xAbs,
        yAbs,
        deltaX,
        deltaY,
        modifiers | held.modifiers(),
        lines,
        chars,
        defaultLines,
        defaultChars,
        xMultiplier,
        yMultiplier);
  }
}
