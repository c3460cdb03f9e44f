/** What data looks like: types, columns, schemas and pages of rows. */
@NullMarked
package io.qarion.core.dataset;

import org.jspecify.annotations.NullMarked;
