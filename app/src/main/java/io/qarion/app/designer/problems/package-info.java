/** All that is wrong with the open flow, with its place and the way out. */
@NullMarked
package io.qarion.app.designer.problems;

import org.jspecify.annotations.NullMarked;
