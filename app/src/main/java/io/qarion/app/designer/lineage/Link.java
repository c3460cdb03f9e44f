package io.qarion.app.designer.lineage;

/**
 * Something that is made of something, as it is drawn.
 *
 * @param fromColumn empty for the box as a whole
 * @param isCertain whether it is known to be so
 */
record Link(String from, String fromColumn, String to, String toColumn, boolean isCertain) {}
