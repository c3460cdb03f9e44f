/** A toy type of flow. */
@NullMarked
package org.example;

import org.jspecify.annotations.NullMarked;
