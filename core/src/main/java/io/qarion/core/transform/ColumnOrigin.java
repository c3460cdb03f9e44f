package io.qarion.core.transform;

/**
 * A column that another one is made of.
 *
 * @param source alias of the source it comes from
 */
public record ColumnOrigin(String source, String column) {}
