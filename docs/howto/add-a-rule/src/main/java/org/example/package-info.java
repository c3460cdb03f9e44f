/** A toy operation of visual steps. */
@NullMarked
package org.example;

import org.jspecify.annotations.NullMarked;
