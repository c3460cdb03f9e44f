/** Small controls that several features use. */
@NullMarked
package io.qarion.app.designer.control;

import org.jspecify.annotations.NullMarked;
