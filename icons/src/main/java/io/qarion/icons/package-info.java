/** The icons of the product as vector paths. */
@NullMarked
package io.qarion.icons;

import org.jspecify.annotations.NullMarked;
