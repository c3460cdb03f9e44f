/** Tests of the file formats on real and hostile files. */
@NullMarked
package io.qarion.plugins.files;

import org.jspecify.annotations.NullMarked;
