package io.qarion.app.designer.importing;

/**
 * A line of the file's text.
 *
 * @param number from 1
 * @param bad whether a record that begins here can't be read
 */
record RawLine(long number, String text, boolean bad) {}
