package io.qarion.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.QueryBody;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownStatementsTest {

  private static final Schema COLUMNS = new Schema(List.of(Column.of("id", PlainType.INTEGER)));

  private final KnownStatements<Schema> statements = new KnownStatements<>();
  private final List<String> asked = new ArrayList<>();

  @Test
  void theEngineIsAskedOnce() {
    assertThat(find("SELECT 1", Map.of())).isEqualTo(COLUMNS);
    assertThat(find("SELECT 1", Map.of())).isEqualTo(COLUMNS);

    assertThat(asked).containsExactly("SELECT 1");
  }

  @Test
  void otherTextOrParametersAreOtherStatements() {
    find("SELECT :a", Map.of("a", 1L));
    find("SELECT :a", Map.of("a", "x"));
    find("SELECT :a + 1", Map.of("a", 1L));

    assertThat(asked).hasSize(3);
  }

  @Test
  void aRefusedStatementIsAskedForAgain() {
    Query query = query("SELECT oops");

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() ->
            statements.find(
                query,
                Map.of(),
                () -> {
                  throw new IllegalStateException("no column 'oops'");
                }));
    find("SELECT oops", Map.of());

    assertThat(asked).containsExactly("SELECT oops");
  }

  private Schema find(String sql, Map<String, Object> parameters) {
    return statements.find(
        query(sql),
        parameters,
        () -> {
          asked.add(sql);
          return COLUMNS;
        });
  }

  private static Query query(String sql) {
    var source = new TransformationSource("s", new RowSource.Empty(COLUMNS), COLUMNS);
    return new Query(List.of(source), new QueryBody.Statement(sql));
  }
}
