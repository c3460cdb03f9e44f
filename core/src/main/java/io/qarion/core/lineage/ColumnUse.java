package io.qarion.core.lineage;

/**
 * A place where a step calls a column by its name.
 *
 * @param element where in the flow, such as {@code tasks[1].rules[0].condition}
 */
public record ColumnUse(StepId step, ColumnId column, String element) {}
