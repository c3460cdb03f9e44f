/** A screen of any size without a screen, where modifiers and drags work as on a real one. */
@NullMarked
package com.sun.glass.ui.testheadless;

import org.jspecify.annotations.NullMarked;
