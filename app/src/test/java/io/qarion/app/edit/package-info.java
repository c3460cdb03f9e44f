@NullMarked
package io.qarion.app.edit;

import org.jspecify.annotations.NullMarked;
