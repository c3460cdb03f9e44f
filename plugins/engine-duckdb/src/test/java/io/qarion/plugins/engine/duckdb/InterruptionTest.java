package io.qarion.plugins.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qarion.plugins.sql.Interruption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InterruptionTest {

  private static final String ENDLESS =
      "SELECT max(hash(a.range + b.range)) FROM range(10000000) a, range(10000000) b";

  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  @Test
  void anInterruptThatComesBeforeTheStatementBeginsStopsItToo() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ENDLESS);
        var interruption = new Interruption(statement)) {
      interruption.request();

      assertThatThrownBy(statement::execute).hasMessageContaining("Interrupted");
    }
  }

  @Test
  void whatFollowsAStatementIsNotInterrupted() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT 1")) {
      var interruption = new Interruption(statement);
      interruption.close();
      interruption.request();

      assertThat(statement.execute()).isTrue();
    }
    try (Statement next = connection.createStatement()) {
      assertThat(next.execute("SELECT 2")).isTrue();
    }
  }
}
