/** Reading and writing files, apart from who holds the rows. */
@NullMarked
package io.qarion.core.file;

import org.jspecify.annotations.NullMarked;
