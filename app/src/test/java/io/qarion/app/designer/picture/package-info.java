/** Tests of the files of pictures. */
@NullMarked
package io.qarion.app.designer.picture;

import org.jspecify.annotations.NullMarked;
