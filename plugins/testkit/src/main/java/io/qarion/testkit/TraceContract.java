package io.qarion.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.qarion.core.dataset.RowPage;
import io.qarion.core.engine.EngineCapability;
import io.qarion.core.transform.ColumnOrigin;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.QueryBody;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TracedStatement;
import io.qarion.core.transform.TransformationSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What an engine says of the columns of a user's statement: which columns they are made of. Each
 * answer is compared with one by hand, and with what the engine computes: where a column of a
 * source gets other values, only columns that are made of it may change, unless it decides on rows.
 */
public abstract class TraceContract extends EngineContract {

  private static final List<TransformationSource> SOURCES =
      List.of(
          table(
              "orders",
              """
              id integer | customer integer | amount integer | state string
              1 | 10 | 5 | a
              2 | 10 | 7 | b
              3 | 11 | 9 | a
              """),
          table(
              "customers",
              """
              id integer | name string | level integer
              10 | Ann | 1
              11 | Bob | 2
              """));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "SELECT id, amount * 2 AS twice FROM {{ orders }} | id=o.id twice=o.amount | o.id o.amount",
        "SELECT * FROM {{ orders }} | id=o.id customer=o.customer amount=o.amount state=o.state |",
        "SELECT c.name, sum(o.amount) AS total FROM {{ orders }} o JOIN {{ customers }} c"
            + " ON o.customer = c.id WHERE state <> 'x' GROUP BY c.name"
            + " | name=c.name total=o.amount | c.name o.amount o.customer c.id o.state",
        "WITH big AS (SELECT customer AS who, max(amount) AS most FROM {{ orders }} GROUP BY 1)"
            + " SELECT b.*, c.level + b.most AS both FROM big b LEFT JOIN {{ customers }} c"
            + " ON c.id = b.who"
            + " | who=o.customer most=o.amount both=c.level,o.amount"
            + " | o.customer o.amount c.level c.id",
        "SELECT id, 'n' AS kind FROM {{ orders }} UNION ALL SELECT level, name FROM {{ customers }}"
            + " | id=o.id,c.level kind=c.name | o.id c.level c.name",
        "SELECT id, row_number() OVER (PARTITION BY customer ORDER BY amount) AS place"
            + " FROM {{ orders }} | id=o.id place=o.customer,o.amount | o.id o.customer o.amount",
        "SELECT name, (SELECT max(amount) FROM {{ orders }} o WHERE o.customer = c.id) AS most"
            + " FROM {{ customers }} c | name=c.name most=o.amount,o.customer,c.id"
            + " | c.name o.amount o.customer c.id",
        "SELECT name FROM {{ customers }} c WHERE EXISTS"
            + " (SELECT 1 FROM {{ orders }} o WHERE o.customer = c.id AND o.amount > 6)"
            + " | name=c.name | c.name o.customer o.amount c.id",
        "SELECT CASE WHEN state = 'a' THEN amount ELSE id END AS chosen, count(*) AS n FROM {{"
            + " orders }} GROUP BY 1 | chosen=o.state,o.amount,o.id n= | o.state o.amount o.id",
        "WITH RECURSIVE up(n, s) AS (SELECT id, amount FROM {{ orders }} UNION ALL"
            + " SELECT n + 10, s + n FROM up WHERE n < 20) SELECT n, s FROM up"
            + " | n=o.id s=o.amount,o.id | o.id o.amount",
        "SELECT x.a AS one, y.b AS two FROM (SELECT amount AS a, id AS k FROM {{ orders }}) x"
            + " JOIN (SELECT level AS b, id AS k FROM {{ customers }}) y USING (k)"
            + " | one=o.amount two=c.level | o.amount o.id c.level c.id",
        "SELECT name AS \"Name\", id AS \"o'clock\" FROM {{ customers }} ORDER BY level"
            + " | Name=c.name o'clock=c.id | c.name c.id c.level"
      })
  void columnsHaveTheirOrigins(String sql, String columns, @Nullable String named) {
    Query query = query(SOURCES, sql);
    Optional<TracedStatement> found = engine().trace(query, PARAMETERS);
    if (!engine().capabilities().contains(EngineCapability.RAW_SQL)) {
      assertThat(found).isEmpty();
      return;
    }
    TracedStatement traced = found.orElseThrow();
    assertThat(
            traced.columns().columns().stream()
                .map(column -> column.name() + "=" + text(column.origins()))
                .toList())
        .containsExactly(sorted(columns.strip()));
    assertThat(names(traced.named()))
        .containsExactlyInAnyOrder(named == null ? new String[0] : named.strip().split(" ", -1));
    assertOthersStay(sql, traced);
  }

  private static Query query(List<TransformationSource> sources, String sql) {
    return new Query(sources, new QueryBody.Statement(sql));
  }

  private void assertOthersStay(String sql, TracedStatement traced) {
    RowPage before = page(query(SOURCES, sql));
    for (TransformationSource source : SOURCES) {
      for (String column : source.schema().names()) {
        var origin = new ColumnOrigin(source.alias(), column);
        if (!traced.deciding().contains(origin)) {
          RowPage after = page(query(changed(source, column), sql));
          for (int i = 0; i < before.schema().size(); i++) {
            if (!traced.columns().columns().get(i).origins().contains(origin)) {
              assertThat(values(after, i)).as(column).isEqualTo(values(before, i));
            }
          }
        }
      }
    }
  }

  private static List<TransformationSource> changed(TransformationSource source, String column) {
    return SOURCES.stream()
        .map(each -> each.equals(source) ? source(each.alias(), other(page(each), column)) : each)
        .toList();
  }

  private static RowPage page(TransformationSource source) {
    var rows = (RowSource.Rows) source.rows();
    return RowPage.of(rows.schema(), 0, rows.rows(), false);
  }

  private static RowPage other(RowPage page, String column) {
    int at = page.schema().names().indexOf(column);
    var rows = new ArrayList<List<@Nullable Object>>();
    for (List<@Nullable Object> row : page.rows()) {
      var changed = new ArrayList<>(row);
      changed.set(at, row.get(at) instanceof Long number ? number + 100 : row.get(at) + "!");
      rows.add(changed);
    }
    return RowPage.of(page.schema(), 0, rows, false);
  }

  private static List<String> values(RowPage page, int column) {
    return page.rows().stream().map(row -> Objects.toString(row.get(column))).sorted().toList();
  }

  private static String text(Set<ColumnOrigin> origins) {
    return names(origins).stream().sorted().collect(Collectors.joining(","));
  }

  private static Collection<String> names(Set<ColumnOrigin> origins) {
    return origins.stream()
        .map(origin -> origin.source().charAt(0) + "." + origin.column())
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static String[] sorted(String columns) {
    return Arrays.stream(columns.split(" ", -1))
        .map(column -> {
          int at = column.indexOf('=') + 1;
          return column.substring(0, at)
              + Arrays.stream(column.substring(at).split(",", -1))
                  .sorted()
                  .collect(Collectors.joining(","));
        })
        .toArray(String[]::new);
  }
}
