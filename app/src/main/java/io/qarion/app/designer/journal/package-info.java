/** What was edited and not saved, kept so that no end of the program can lose it. */
@NullMarked
package io.qarion.app.designer.journal;

import org.jspecify.annotations.NullMarked;
