/** Makes flows: of a type chosen by what it does, from a file. */
@NullMarked
package io.qarion.app.designer.newflow;

import org.jspecify.annotations.NullMarked;
