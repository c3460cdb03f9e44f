package io.qarion.plugins.engine.sqlite;

import io.qarion.core.transform.FileRelation;
import io.qarion.plugins.duckdb.LocalFiles;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Files that statements read: each becomes a temporary table of a connection when a statement first
 * names it there.
 */
final class FileTables {

  private static final String PREFIX = "xt_file_";
  private static final Pattern NAMED = Pattern.compile("\\b" + PREFIX + "\\d+\\b");

  private final LocalFiles files;
  private final Map<FileRelation, String> names = new ConcurrentHashMap<>();
  private final Map<String, FileRelation> relations = new ConcurrentHashMap<>();

  FileTables(LocalFiles files) {
    this.files = files;
  }

  /** The table that has a file's rows. */
  String table(FileRelation file) {
    String name = names.computeIfAbsent(file, _ -> PREFIX + (names.size() + 1));
    relations.putIfAbsent(name, file);
    return "temp." + name;
  }

  /** Reads the files that a statement names and the session has not read. */
  void load(SqliteSession session, String sql, Set<String> loaded) throws SQLException {
    Matcher matcher = NAMED.matcher(sql);
    while (matcher.find()) {
      FileRelation file = relations.get(matcher.group());
      if (file != null && loaded.add(matcher.group())) {
        load(session, matcher.group(), file);
      }
    }
  }

  private void load(SqliteSession session, String name, FileRelation file) throws SQLException {
    String table = "temp." + name;
    try (Statement statement = session.connection().createStatement()) {
      statement.execute(
          "CREATE TABLE %s %s STRICT"
              .formatted(
                  table,
                  file.schema().columns().stream()
                      .map(column ->
                          SqliteLiterals.name(column.name()) + " " + SqliteTypes.of(column.type()))
                      .collect(Collectors.joining(", ", "(", ")"))));
    }
    try (var inserts = new RowInserts(session, table, file.schema().names())) {
      files.read(file, inserts::add, session.cancellation());
      inserts.finish();
    }
  }
}
