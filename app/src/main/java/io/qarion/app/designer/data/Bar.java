package io.qarion.app.designer.data;

/**
 * One bar of a small chart over values.
 *
 * @param label the value, or the range of values
 * @param count rows that it stands for
 * @param condition keeps just these rows, as an expression
 */
public record Bar(String label, long count, String condition) {}
