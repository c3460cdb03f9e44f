/** Suites that every engine has to pass; a plug-in extends them in its own tests. */
@NullMarked
package io.qarion.testkit;

import org.jspecify.annotations.NullMarked;
