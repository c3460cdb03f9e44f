/** Words for people. */
@NullMarked
package io.qarion.app.designer.i18n;

import org.jspecify.annotations.NullMarked;
