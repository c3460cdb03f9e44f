/** What the file formats share. */
@NullMarked
package io.qarion.plugins.files.common;

import org.jspecify.annotations.NullMarked;
