/** What a user can do, by name. */
@NullMarked
package io.qarion.app.designer.action;

import org.jspecify.annotations.NullMarked;
