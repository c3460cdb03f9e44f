/** Engines that keep tables as columns of Tablesaw and interpret rules without SQL. */
@NullMarked
package io.qarion.plugins.engine.tablesaw;

import org.jspecify.annotations.NullMarked;
