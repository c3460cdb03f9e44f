package io.qarion.benchmarks;

import io.qarion.core.file.ContentHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * The other side of the change feed: what someone who knows DuckDB would write by hand for the same
 * tables, with the same check of keys and the same hash of the files.
 */
public final class ScriptRun implements AutoCloseable {

  private static final String TABLES =
      """
      CREATE TABLE loads (batch_id BIGINT, file VARCHAR, sha256 VARCHAR);
      CREATE TABLE orders_landing (id BIGINT NOT NULL, customer_id BIGINT, amount DECIMAL(12,2),
        status VARCHAR, updated_at TIMESTAMP, batch_id BIGINT NOT NULL,
        xt_source_file VARCHAR NOT NULL, xt_source_row BIGINT NOT NULL,
        xt_loaded_at TIMESTAMP NOT NULL);
      CREATE TABLE orders_change_feed (id BIGINT, customer_id BIGINT, amount DECIMAL(12,2),
        status VARCHAR, updated_at TIMESTAMP, xt_record_type VARCHAR, xt_changed_columns VARCHAR,
        xt_detected_at TIMESTAMP, batch_id BIGINT);
      """;

  private final Path folder;
  private final boolean direct;
  private final boolean proving;
  private final Connection connection;
  private final Statement statement;
  private long last = System.nanoTime();

  private ScriptRun(Path folder, boolean direct, boolean proving) throws SQLException {
    this.folder = folder;
    this.direct = direct;
    this.proving = proving;
    connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("script.duckdb"));
    statement = connection.createStatement();
  }

  /**
   * Takes {@code table} or {@code direct}, {@code trusting} or {@code proving}, the folder to work
   * in and the two files.
   */
  public static void main(String[] args) throws IOException, SQLException {
    Path folder = Path.of(args[2]);
    try (var run = new ScriptRun(folder, args[0].equals("direct"), args[1].equals("proving"))) {
      run.prepare();
      for (int day = 1; day + 2 < args.length; day++) {
        run.day(Path.of(args[day + 2]), day);
      }
      run.export(folder.resolve("changes.parquet"));
    }
  }

  private void prepare() throws SQLException {
    statement.execute("SET threads = 2");
    statement.execute("SET memory_limit = '60%'");
    statement.execute("SET checkpoint_threshold = '100GB'");
    statement.execute("SET temp_directory = '" + folder.resolve("spill") + "'");
    statement.execute(TABLES);
  }

  private void day(Path file, int day) throws IOException, SQLException {
    step("start");
    String hash = ContentHash.ofFile(file);
    step("hash");
    String clock = LocalDateTime.now(ZoneOffset.UTC).toString();
    statement.execute("BEGIN");
    if (direct) {
      statement.execute(snapshot(day, file, clock));
    } else {
      loadTable(day, file, clock);
    }
    step("load");
    refuseIfAny("FROM " + rows(day) + " WHERE id IS NULL");
    refuseDoubledKeys(rows(day));
    statement.execute("INSERT INTO loads VALUES (%d, '%s', '%s')".formatted(day, file, hash));
    statement.execute("COMMIT");
    step("keys");
    statement.execute(detect(day, clock));
    if (direct && day > 1) {
      Files.delete(snapshot(day - 1));
    }
    step("change feed");
  }

  /** The fastest form found: all threads read, and row ids number the records. */
  private void loadTable(int day, Path file, String clock) throws SQLException {
    statement.execute("CREATE OR REPLACE TEMP TABLE stage AS FROM " + csv(file));
    statement.execute(
        """
        INSERT INTO orders_landing
        SELECT *, %d, '%s', rowid - (SELECT min(rowid) FROM stage) + 1, TIMESTAMP '%s' FROM stage\
        """
            .formatted(day, file.getFileName(), clock));
    statement.execute("DROP TABLE stage");
  }

  /** Parquet numbers its rows itself. */
  private String snapshot(int day, Path file, String clock) {
    return "COPY (SELECT *, %d AS batch_id, '%s' AS xt_source_file, TIMESTAMP '%s' AS xt_loaded_at FROM %s) TO '%s' (FORMAT parquet, PARQUET_VERSION v2, DICTIONARY_SIZE_LIMIT 1000)"
        .formatted(day, file.getFileName(), clock, csv(file), snapshot(day));
  }

  private Path snapshot(int day) {
    return folder.resolve("snapshot-" + day + ".parquet");
  }

  private String rows(int day) {
    if (!direct) {
      return "(SELECT * FROM orders_landing WHERE batch_id = %d)".formatted(day);
    }
    return day == 0
        ? "(SELECT * FROM orders_landing WHERE false)"
        : "read_parquet('%s')".formatted(snapshot(day));
  }

  private String csv(Path file) {
    return proving
        ? "(" + OrderFiles.PROVED.formatted(csv(file, OrderFiles.TEXTS)) + ")"
        : csv(file, OrderFiles.TYPES);
  }

  private static String csv(Path file, String types) {
    return """
    read_csv('%s', header = true, auto_detect = false, delim = ',', quote = '"',
      columns = %s)\
    """
        .formatted(file, types);
  }

  private String detect(int day, String clock) {
    return """
    INSERT INTO orders_change_feed
    SELECT coalesce(n.id, o.id),
      CASE WHEN n.id IS NULL THEN o.customer_id ELSE n.customer_id END,
      CASE WHEN n.id IS NULL THEN o.amount ELSE n.amount END,
      CASE WHEN n.id IS NULL THEN o.status ELSE n.status END,
      CASE WHEN n.id IS NULL THEN o.updated_at ELSE n.updated_at END,
      CASE WHEN o.id IS NULL THEN 'new' WHEN n.id IS NULL THEN 'deleted' ELSE 'changed' END,
      CASE WHEN o.id IS NULL OR n.id IS NULL THEN NULL ELSE concat_ws(',',
        CASE WHEN n.customer_id IS DISTINCT FROM o.customer_id THEN 'customer_id' END,
        CASE WHEN n.amount IS DISTINCT FROM o.amount THEN 'amount' END,
        CASE WHEN n.status IS DISTINCT FROM o.status THEN 'status' END) END,
      TIMESTAMP '%s', %d
    FROM %s AS n
    FULL JOIN %s AS o ON n.id = o.id
    WHERE o.id IS NULL OR n.id IS NULL OR n.customer_id IS DISTINCT FROM o.customer_id
      OR n.amount IS DISTINCT FROM o.amount OR n.status IS DISTINCT FROM o.status\
    """
        .formatted(clock, day, rows(day), rows(day - 1));
  }

  private void refuseIfAny(String rows) throws SQLException {
    try (ResultSet result = statement.executeQuery("SELECT count(*) " + rows)) {
      if (result.next() && result.getLong(1) > 0) {
        throw new IllegalStateException("bad keys");
      }
    }
  }

  /** The fastest form found: a bit for each key, since they are whole numbers without gaps. */
  private void refuseDoubledKeys(String rows) throws SQLException {
    long count = number("SELECT count(*) FROM " + rows);
    long least = number("SELECT min(id) FROM " + rows);
    long most = number("SELECT max(id) FROM " + rows);
    long bits =
        number("SELECT bit_count(bitstring_agg(id, %d, %d)) FROM %s".formatted(least, most, rows));
    if (bits != count) {
      throw new IllegalStateException("bad keys");
    }
  }

  private long number(String sql) throws SQLException {
    try (ResultSet result = statement.executeQuery(sql)) {
      return result.next() ? result.getLong(1) : 0;
    }
  }

  private void export(Path file) throws SQLException {
    statement.execute("CHECKPOINT");
    statement.execute(
        "COPY (FROM orders_change_feed) TO '%s' (FORMAT parquet, COMPRESSION zstd)"
            .formatted(file));
    step("checkpoint and export");
  }

  private void step(String name) {
    long now = System.nanoTime();
    System.out.printf(Locale.ROOT, "  %s: %d ms%n", name, (now - last) / 1_000_000);
    last = now;
  }

  @Override
  public void close() throws SQLException {
    statement.close();
    connection.close();
  }
}
