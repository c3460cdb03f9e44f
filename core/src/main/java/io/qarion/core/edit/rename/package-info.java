/**
 * Names and types that change everywhere they are used, from the texts of a project to new ones.
 */
@NullMarked
package io.qarion.core.edit.rename;

import org.jspecify.annotations.NullMarked;
