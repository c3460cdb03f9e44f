package io.qarion.plugins.rows;

import io.qarion.core.dataset.DataType;
import java.util.OptionalInt;

/**
 * An expression with the type of its values, so that they can be kept as a column.
 *
 * @param type that of text for bare NULL
 * @param place of the column, where the expression is no more than that
 */
public record TypedEvaluation(Evaluation value, DataType type, OptionalInt place) {}
