/** What a dataset is declared to be, who uses it, and how its data differ from that. */
@NullMarked
package io.qarion.app.designer.dataset;

import org.jspecify.annotations.NullMarked;
