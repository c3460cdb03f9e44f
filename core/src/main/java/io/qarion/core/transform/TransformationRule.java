package io.qarion.core.transform;

/**
 * One operation on rows, without saying how. Each knows what comes out of it, so that a flow can be
 * checked without running.
 */
public sealed interface TransformationRule
    permits SelectColumns,
        RenameColumns,
        DeriveColumns,
        FilterRows,
        CastColumns,
        FillMissing,
        JoinRows,
        UnionRows,
        AggregateRows,
        WindowColumns,
        DistinctRows,
        SortRows,
        LimitRows,
        SampleRows,
        PivotRows,
        UnpivotColumns,
        SplitColumn,
        ReplaceText,
        CompareSnapshots,
        FlagDifferences {

  /** The value of {@code operation} in a file. */
  String operation();

  /**
   * The columns after this rule, with their origins.
   *
   * @param input the columns before it
   * @param scope the other sources, the parameters, and where problems are reported
   */
  TracedSchema output(TracedSchema input, RuleScope scope);

  /** Whether each row's outcome depends on that row alone, so that a limit may be pushed below. */
  default boolean isRowWise() {
    return false;
  }
}
