/** How everything looks. */
@NullMarked
package io.qarion.app.designer.theme;

import org.jspecify.annotations.NullMarked;
