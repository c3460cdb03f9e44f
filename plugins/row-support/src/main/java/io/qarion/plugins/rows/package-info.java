/** Our expression language computed in Java, value by value, for engines that lack a part of it. */
@NullMarked
package io.qarion.plugins.rows;

import org.jspecify.annotations.NullMarked;
