/** What the user should know of the project and the flow that are shown, and may answer. */
@NullMarked
package io.qarion.app.designer.notice;

import org.jspecify.annotations.NullMarked;
