/** A flow as the text it is kept in. */
@NullMarked
package io.qarion.app.designer.text;

import org.jspecify.annotations.NullMarked;
