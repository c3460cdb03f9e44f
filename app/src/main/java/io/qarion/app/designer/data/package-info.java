/** How values of data are shown, copied and written in expressions. */
@NullMarked
package io.qarion.app.designer.data;

import org.jspecify.annotations.NullMarked;
