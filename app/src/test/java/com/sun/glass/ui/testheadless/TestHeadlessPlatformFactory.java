package com.sun.glass.ui.testheadless;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.headless.HeadlessPlatformFactory;

/** Found by name: {@code -Dglass.platform=TestHeadless}. */
public final class TestHeadlessPlatformFactory extends HeadlessPlatformFactory {

  @Override
  public Application createApplication() {
    return new TestHeadlessApplication();
  }
}
