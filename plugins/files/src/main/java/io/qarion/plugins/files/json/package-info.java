/** JSON arrays and lines of JSON. */
@NullMarked
package io.qarion.plugins.files.json;

import org.jspecify.annotations.NullMarked;
