package io.qarion.core.run;

/**
 * What an export wrote.
 *
 * @param neutralised rows with text that got an apostrophe, so that no spreadsheet runs it
 */
public record ExportedRows(long rows, long neutralised) {}
