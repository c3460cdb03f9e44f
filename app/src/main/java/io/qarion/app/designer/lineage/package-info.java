/** Where the columns of a project come from and where they go, across all flows. */
@NullMarked
package io.qarion.app.designer.lineage;

import org.jspecify.annotations.NullMarked;
