/** Tests of how values are shown. */
@NullMarked
package io.qarion.app.designer.data;

import org.jspecify.annotations.NullMarked;
