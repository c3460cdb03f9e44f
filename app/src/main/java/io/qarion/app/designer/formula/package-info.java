/** Expressions and SQL, edited in the large: with what can be named, and what comes of it. */
@NullMarked
package io.qarion.app.designer.formula;

import org.jspecify.annotations.NullMarked;
