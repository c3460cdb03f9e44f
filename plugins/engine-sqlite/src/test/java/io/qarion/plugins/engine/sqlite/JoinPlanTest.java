package io.qarion.plugins.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.engine.Engine;
import io.qarion.core.expression.Formula;
import io.qarion.core.transform.CompareSnapshots;
import io.qarion.core.transform.DeriveColumns;
import io.qarion.core.transform.JoinRows;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.TransformationRule;
import io.qarion.testkit.EngineContract;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Joins look for partners in an index; without one, ten times the rows take a hundred times as
 * long.
 */
class JoinPlanTest extends EngineContract {

  @TempDir static Path folder;

  @Override
  protected Engine open(Path unused) {
    return TestEngines.open(folder);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CROSS")
  void aJoinOfEveryKindUsesAnIndex(JoinRows.How how) throws SQLException {
    var join =
        new JoinRows(
            "other", how, new JoinRows.OnPairs(List.of(new JoinRows.Pair("id", "id"))), "_other");
    expectIndex(join);
  }

  @Test
  void aComparisonOfSnapshotsUsesAnIndex() throws SQLException {
    expectIndex(
        new CompareSnapshots(
            "other",
            List.of("id"),
            List.of("name"),
            new CompareSnapshots.Deleted(),
            false,
            new CompareSnapshots.Classified(false),
            Map.of()));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CROSS")
  void aKeyThatIsConvertedUsesAnIndex(JoinRows.How how) throws SQLException {
    var pairs = new JoinRows.OnPairs(List.of(new JoinRows.Pair("amount", "id")));
    expectIndex(new JoinRows("other", how, pairs, "_other"));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CROSS")
  void aKeyThatIsComputedUsesAnIndex(JoinRows.How how) throws SQLException {
    var pairs = new JoinRows.OnPairs(List.of(new JoinRows.Pair("short", "name")));
    expectIndex(
        new DeriveColumns(Map.of("short", Formula.parse("coalesce(name, '?')"))),
        new JoinRows("other", how, pairs, "_other"));
  }

  private void expectIndex(TransformationRule... rules) throws SQLException {
    Dataset rows =
        store("rows", "id integer | name string | amount float\n1 | a | 1.00\n2 | b | 2.00");
    Dataset other =
        store("other", "id integer | name string | amount float\n2 | b | 2.00\n3 | c | 3.00");
    String sql =
        engine()
            .explain(Query.of(List.of(reading(rows), reading(other)), List.of(rules)), Map.of());
    assertThat(plan(sql))
        .anyMatch(line -> line.startsWith("SEARCH"))
        .noneMatch(line -> line.contains("CORRELATED") || line.contains("RIGHT-JOIN"))
        .noneMatch(line -> line.startsWith("SCAN") && line.contains("LEFT-JOIN"));
  }

  private static List<String> plan(String sql) throws SQLException {
    var lines = new ArrayList<String>();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("work/data.sqlite"));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
      while (rows.next()) {
        lines.add(rows.getString("detail"));
      }
    }
    return lines;
  }
}
