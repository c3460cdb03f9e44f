/** Where flows and datasets are kept: the files of a project's folder, or memory. */
@NullMarked
package io.qarion.core.repository;

import org.jspecify.annotations.NullMarked;
