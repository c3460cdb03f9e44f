/** What is remembered of a user between starts. */
@NullMarked
package io.qarion.app.designer.settings;

import org.jspecify.annotations.NullMarked;
