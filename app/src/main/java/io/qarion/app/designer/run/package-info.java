/** What a run does and did, step by step. */
@NullMarked
package io.qarion.app.designer.run;

import org.jspecify.annotations.NullMarked;
