package com.sun.glass.ui.testheadless;

import com.sun.glass.events.KeyEvent;
import com.sun.glass.events.MouseEvent;

/** The keys and buttons that are held down, which the stock platform forgets to say. */
final class HeldKeys {

  private int modifiers;

  int modifiers() {
    return modifiers;
  }

  void key(int type, int code) {
    int modifier =
        switch (code) {
          case KeyEvent.VK_SHIFT -> KeyEvent.MODIFIER_SHIFT;
          case KeyEvent.VK_CONTROL -> KeyEvent.MODIFIER_CONTROL;
          case KeyEvent.VK_ALT -> KeyEvent.MODIFIER_ALT;
          default -> 0;
        };
    hold(modifier, type == KeyEvent.PRESS);
  }

  void button(int type, int button) {
    int modifier =
        switch (button) {
          case MouseEvent.BUTTON_LEFT -> KeyEvent.MODIFIER_BUTTON_PRIMARY;
          case MouseEvent.BUTTON_RIGHT -> KeyEvent.MODIFIER_BUTTON_SECONDARY;
          case MouseEvent.BUTTON_OTHER -> KeyEvent.MODIFIER_BUTTON_MIDDLE;
          default -> 0;
        };
    if (type == MouseEvent.DOWN || type == MouseEvent.UP) {
      hold(modifier, type == MouseEvent.DOWN);
    }
  }

  private void hold(int modifier, boolean down) {
    modifiers = down ? modifiers | modifier : modifiers & ~modifier;
  }
}
