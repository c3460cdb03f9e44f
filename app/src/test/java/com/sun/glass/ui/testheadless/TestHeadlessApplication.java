package com.sun.glass.ui.testheadless;

import com.sun.glass.ui.Screen;
import com.sun.glass.ui.View;
import com.sun.glass.ui.headless.HeadlessApplication;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;

/** The stock one has a screen of 1000 by 1000 and a view without modifiers. */
final class TestHeadlessApplication extends HeadlessApplication {

  private static final int BYTES_A_PIXEL = 4;
  private static final int DOTS_PER_INCH = 96;
  private final int width;
  private final int height;
  private final HeldKeys held = new HeldKeys();
  private boolean prepared;

  TestHeadlessApplication() {
    String[] geometry = System.getProperty("headless.geometry", "1600x1000").split("x", -1);
    width = Integer.parseInt(geometry[0]);
    height = Integer.parseInt(geometry[1]);
  }

  @Override
  protected Screen[] staticScreen_getScreens() {
    if (!prepared) {
      prepared = true;
      replaceFrameBuffer();
    }
    return new Screen[] {
      new Screen(
          0,
          32,
          0,
          0,
          width,
          height,
          0,
          0,
          width,
          height,
          0,
          0,
          width,
          height,
          DOTS_PER_INCH,
          DOTS_PER_INCH,
          1,
          1,
          1,
          1)
    };
  }

  @Override
  public View createView() {
    return new TestHeadlessView(held);
  }

  private void replaceFrameBuffer() {
    try {
      Field buffer = HeadlessApplication.class.getDeclaredField("frameBuffer");
      buffer.setAccessible(true);
      buffer.set(this, ByteBuffer.allocate(width * height * BYTES_A_PIXEL));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the headless platform has changed", e);
    }
  }
}
