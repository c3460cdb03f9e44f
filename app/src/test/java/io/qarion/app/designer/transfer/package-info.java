/** Tests of how flows leave a project and come into one. */
@NullMarked
package io.qarion.app.designer.transfer;

import org.jspecify.annotations.NullMarked;
