/** What is seen before a project is open. */
@NullMarked
package io.qarion.app.designer.welcome;

import org.jspecify.annotations.NullMarked;
