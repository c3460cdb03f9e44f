package io.qarion.plugins.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qarion.core.progress.Cancellation;
import io.qarion.plugins.duckdb.DuckDbInstance;
import io.qarion.plugins.duckdb.DuckDbSession;
import io.qarion.plugins.duckdb.DuckDbSettings;
import io.qarion.plugins.duckdb.RunningStatements;
import io.qarion.plugins.duckdb.SqlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a statement says, it reads and writes the allowed folders only. */
class DuckDbSandboxTest {

  @TempDir private Path folder;

  private Path allowed;
  private DuckDbInstance instance;

  @BeforeEach
  void open() throws IOException {
    allowed = Files.createDirectories(folder.resolve("allowed"));
    Files.writeString(folder.resolve("secret.csv"), "a\n1\n");
    Files.writeString(allowed.resolve("open.csv"), "a\n1\n");
    Files.createSymbolicLink(allowed.resolve("link.csv"), folder.resolve("secret.csv"));
    instance =
        DuckDbInstance.open(
            new DuckDbSettings(
                Optional.of(allowed.resolve("data.duckdb")),
                Optional.of("200MB"),
                Optional.of(2),
                allowed.resolve("spill"),
                Optional.of("1GB"),
                List.of(allowed)));
  }

  @AfterEach
  void close() {
    instance.close();
  }

  private long run(String sql) {
    try (var session = new DuckDbSession(instance, new Cancellation(), new RunningStatements())) {
      String filled =
          sql.replace("OUTSIDE", folder.toString()).replace("INSIDE", allowed.toString());
      return session.execute(filled);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM '/etc/passwd'",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM read_blob('/etc/passwd')",
        "SELECT * FROM read_text('OUTSIDE/secret.csv')",
        "SELECT * FROM glob('/etc/*')",
        "SELECT * FROM read_csv('INSIDE/../secret.csv')",
        "SELECT * FROM read_csv('INSIDE/link.csv')",
        "SELECT * FROM read_csv('INSIDE/*/../../secret.csv')",
        "SELECT * FROM read_json('OUTSIDE/secret.csv')",
        "SELECT * FROM read_parquet('OUTSIDE/secret.parquet')",
        "SELECT * FROM read_csv('http://localhost:1/x.csv')",
        "SELECT * FROM read_csv('s3://bucket/x.csv')",
        "COPY (SELECT 1) TO 'OUTSIDE/out.csv'",
        "COPY (SELECT 1) TO 'INSIDE/../out.csv'",
        "CREATE TABLE t AS SELECT 1 AS a; COPY t FROM '/etc/passwd'",
        "EXPORT DATABASE 'OUTSIDE/export'",
        "IMPORT DATABASE 'OUTSIDE/export'",
        "ATTACH 'OUTSIDE/other.duckdb' AS other",
        "INSTALL httpfs",
        "LOAD httpfs",
        "LOAD 'OUTSIDE/x.duckdb_extension'",
        "SET enable_external_access = true",
        "SET lock_configuration = false",
        "SET allowed_configs = ['TimeZone']",
        "SET allowed_directories = ['/']",
        "SET allowed_paths = ['/etc/passwd']",
        "SET temp_directory = '/tmp'",
        "SET memory_limit = '1GB'",
        "SET threads = 1",
        "SET TimeZone = 'Europe/Berlin'",
        "SET home_directory = '/'",
        "SET extension_directory = '/tmp'",
        "SET autoload_known_extensions = true",
        "SET autoinstall_known_extensions = true",
        "SET allow_unsigned_extensions = true",
        "SET default_collation = 'nocase'",
        "SET search_path = 'x'",
        "SET log_query_path = 'OUTSIDE/log'",
        "RESET allowed_directories",
        "RESET enable_external_access",
        "RESET TimeZone",
        "PRAGMA enable_external_access = true",
        "CREATE SECRET (TYPE s3, KEY_ID 'x', SECRET 'y')"
      })
  void itIsDenied(String sql) {
    assertThatThrownBy(() -> run(sql)).isInstanceOf(io.qarion.core.problem.QarionException.class);
    assertThat(folder.resolve("out.csv")).doesNotExist();
    assertThat(folder.resolve("export")).doesNotExist();
    assertThat(folder.resolve("other.duckdb")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM read_csv('INSIDE/open.csv')",
        "COPY (SELECT 1) TO 'INSIDE/out.csv'",
        "COPY (SELECT 1) TO 'INSIDE/out.parquet' (FORMAT parquet)",
        "ATTACH 'INSIDE/second.duckdb' AS second",
        "SET enable_progress_bar = true",
        "SET enable_progress_bar_print = false",
        "SET enable_profiling = 'no_output'",
        "SET profiling_coverage = 'ALL'"
      })
  void itIsAllowed(String sql) {
    assertThat(run(sql)).isNotNegative();
  }

  @Test
  void whatDoesNotFitIntoMemorySpills() {
    long rows =
        run(
            "CREATE TABLE big AS SELECT range AS a, md5(range::VARCHAR) AS b FROM range(2000000)"
                + " ORDER BY b");
    assertThat(rows).isEqualTo(2_000_000);
    assertThat(run("SELECT " + SqlText.text("still here"))).isNotNegative();
  }
}
