/** The execution graph of a flow; sole owner of the graph library. */
@NullMarked
package io.qarion.core.dag;

import org.jspecify.annotations.NullMarked;
