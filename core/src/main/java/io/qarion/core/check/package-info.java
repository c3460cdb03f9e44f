/** What is looked for before anything runs. */
@NullMarked
package io.qarion.core.check;

import org.jspecify.annotations.NullMarked;
