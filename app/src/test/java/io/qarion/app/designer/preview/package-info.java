/** Tests of the preview. */
@NullMarked
package io.qarion.app.designer.preview;

import org.jspecify.annotations.NullMarked;
