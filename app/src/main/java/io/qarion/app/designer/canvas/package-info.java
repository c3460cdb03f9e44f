/** Flows as graphs: cards, edges, and what a pointer does with them. */
@NullMarked
package io.qarion.app.designer.canvas;

import org.jspecify.annotations.NullMarked;
