/** Names that change everywhere they are used, shown before it is done. */
@NullMarked
package io.qarion.app.designer.rename;

import org.jspecify.annotations.NullMarked;
