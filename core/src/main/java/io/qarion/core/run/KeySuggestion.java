package io.qarion.core.run;

import io.qarion.core.transform.JoinRows;

/**
 * Columns that a join could be made on.
 *
 * @param share of the different values on the left that are found on the right, from 0 to 1
 * @param named whether their names say so too
 */
public record KeySuggestion(JoinRows.Pair pair, double share, boolean named) {}
