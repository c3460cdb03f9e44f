/** What can be put into flows, and the edits that all features ask for. */
@NullMarked
package io.qarion.app.designer.edit;

import org.jspecify.annotations.NullMarked;
