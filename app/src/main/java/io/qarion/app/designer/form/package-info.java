/** Settings as fields of a form, whatever shows them. */
@NullMarked
package io.qarion.app.designer.form;

import org.jspecify.annotations.NullMarked;
