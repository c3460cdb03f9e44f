package io.qarion.app.designer.preview;

/**
 * A row by its number; its cells are with the model as long as its page is held.
 *
 * @param index from 0
 */
public record GridRow(int index) {}
