package io.qarion.benchmarks;

import io.qarion.core.file.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * What someone who knows DuckDB would write by hand for a type, with the same hash of the files.
 */
public final class TypeScript {

  private TypeScript() {}

  /** Takes the type, the folder of the files, the one to work in, and the file to write. */
  public static void main(String[] args) throws IOException, SQLException {
    Path data = Path.of(args[1]);
    Path folder = Path.of(args[2]);
    hashFiles(args[0], data);
    String script =
        resource(args[0] + "/script.sql")
            .replace("{data}", args[1])
            .replace("{result}", args[3])
            .replace("{clock}", LocalDateTime.now(ZoneOffset.UTC).toString());
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("script.duckdb"));
        Statement statement = connection.createStatement()) {
      statement.execute("SET memory_limit = '60%'");
      statement.execute("SET checkpoint_threshold = '100GB'");
      statement.execute("SET temp_directory = '" + folder.resolve("spill") + "'");
      for (String sql : script.split(";\\s*\\n", -1)) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
      statement.execute("CHECKPOINT");
    }
  }

  private static void hashFiles(String type, Path data) throws IOException {
    boolean ofEvents = !type.equals("change_feed") && !type.equals("scd2");
    for (String file :
        ofEvents
            ? new String[] {"events.csv"}
            : new String[] {"orders_day1.csv", "orders_day2.csv"}) {
      System.out.println(file + " " + ContentHash.ofFile(data.resolve(file)));
    }
  }

  /** A text that stands beside the classes. */
  static String resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(TypeScript.class.getResourceAsStream("types/" + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
