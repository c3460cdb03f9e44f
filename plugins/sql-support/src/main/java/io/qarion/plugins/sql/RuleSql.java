package io.qarion.plugins.sql;

import io.qarion.core.transform.AggregateRows;
import io.qarion.core.transform.CastColumns;
import io.qarion.core.transform.CompareSnapshots;
import io.qarion.core.transform.DeriveColumns;
import io.qarion.core.transform.DistinctRows;
import io.qarion.core.transform.FillMissing;
import io.qarion.core.transform.FilterRows;
import io.qarion.core.transform.FlagDifferences;
import io.qarion.core.transform.JoinRows;
import io.qarion.core.transform.LimitRows;
import io.qarion.core.transform.PivotRows;
import io.qarion.core.transform.RenameColumns;
import io.qarion.core.transform.ReplaceText;
import io.qarion.core.transform.SampleRows;
import io.qarion.core.transform.SelectColumns;
import io.qarion.core.transform.SortRows;
import io.qarion.core.transform.SplitColumn;
import io.qarion.core.transform.TransformationRule;
import io.qarion.core.transform.UnionRows;
import io.qarion.core.transform.UnpivotColumns;
import io.qarion.core.transform.WindowColumns;

/** Appends the SELECT of each rule to a statement. */
final class RuleSql {

  private final ColumnRuleSql columns;
  private final RowRuleSql rows;
  private final CombineRuleSql combine;
  private final GroupRuleSql groups;
  private final CompareSnapshotsSql compare;

  RuleSql(QueryBuilder builder) {
    this.columns = new ColumnRuleSql(builder);
    this.rows = new RowRuleSql(builder);
    this.combine = new CombineRuleSql(builder);
    this.groups = new GroupRuleSql(builder);
    this.compare = new CompareSnapshotsSql(builder);
  }

  /**
   * @param number of the rule, from 1, for its name in the statement
   */
  Stage append(Stage input, TransformationRule rule, int number) {
    String title = "step_" + number + "_" + rule.operation();
    return switch (rule) {
      case SelectColumns select -> columns.select(title, input, select);
      case RenameColumns rename -> columns.rename(title, input, rename);
      case DeriveColumns derive -> columns.derive(title, input, derive);
      case CastColumns cast -> columns.cast(title, input, cast);
      case FillMissing fill -> columns.fill(title, input, fill);
      case SplitColumn split -> columns.split(title, input, split);
      case ReplaceText replace -> columns.replace(title, input, replace);
      case FilterRows filter -> rows.filter(title, input, filter);
      case DistinctRows distinct -> rows.distinct(title, input, distinct);
      case SortRows sort -> rows.sort(title, input, sort);
      case LimitRows limit -> rows.limit(title, input, limit);
      case SampleRows sample -> rows.sample(title, input, sample);
      case JoinRows join -> combine.join(title, input, join);
      case UnionRows union -> combine.union(title, input, union);
      case AggregateRows aggregate -> groups.aggregate(title, input, aggregate);
      case WindowColumns window -> groups.window(title, input, window);
      case PivotRows pivot -> groups.pivot(title, input, pivot);
      case UnpivotColumns unpivot -> groups.unpivot(title, input, unpivot);
      case FlagDifferences flag -> columns.derive(title, input, flag.asDerived());
      case CompareSnapshots snapshots -> compare.compare(title, input, snapshots);
    };
  }
}
