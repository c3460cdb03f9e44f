/** Work beside the window: one gate to its thread, one way to run anything. */
@NullMarked
package io.qarion.app.designer.task;

import org.jspecify.annotations.NullMarked;
