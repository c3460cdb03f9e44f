/** The contract between what is to be done and the engines that do it. */
@NullMarked
package io.qarion.core.engine;

import org.jspecify.annotations.NullMarked;
