package io.qarion.plugins.files.xlsx;

import java.util.List;

/**
 * A row of a sheet.
 *
 * @param number from 1
 * @param cells those that hold something, from the left
 */
record SheetRow(int number, List<SheetCell> cells) {}
