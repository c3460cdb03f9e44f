/** The interfaces that plug-ins implement and the registries that find them. */
@NullMarked
package io.qarion.core.plugin;

import org.jspecify.annotations.NullMarked;
