/** Workbooks of spreadsheet programs. */
@NullMarked
package io.qarion.plugins.files.xlsx;

import org.jspecify.annotations.NullMarked;
