package io.qarion.app.designer.preview;

/** A column that the grid is in the order of. */
public record SortKey(String column, boolean descending) {}
