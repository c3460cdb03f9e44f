/** What is open, as state that views watch. */
@NullMarked
package io.qarion.app.designer.session;

import org.jspecify.annotations.NullMarked;
