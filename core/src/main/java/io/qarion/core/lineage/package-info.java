/** Which columns are made of which, through all steps of all flows, without running anything. */
@NullMarked
package io.qarion.core.lineage;

import org.jspecify.annotations.NullMarked;
