/** What can be put into a flow, to be looked through and dragged. */
@NullMarked
package io.qarion.app.designer.palette;

import org.jspecify.annotations.NullMarked;
