/** What engines that speak SQL share: rendering of queries and writes. */
@NullMarked
package io.qarion.plugins.sql;

import org.jspecify.annotations.NullMarked;
