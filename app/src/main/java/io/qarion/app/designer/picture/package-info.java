/** Files of pictures: what is drawn on the screen as PNG and as SVG. */
@NullMarked
package io.qarion.app.designer.picture;

import org.jspecify.annotations.NullMarked;
