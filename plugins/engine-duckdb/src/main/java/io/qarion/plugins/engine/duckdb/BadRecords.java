package io.qarion.plugins.engine.duckdb;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.engine.BadRecord;
import io.qarion.core.engine.LoadResult;
import io.qarion.core.transform.FileRelation;
import io.qarion.plugins.duckdb.ChunkReader;
import io.qarion.plugins.duckdb.FileRows;
import io.qarion.plugins.duckdb.SqlText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the records of a file that can't be read as declared, with their places. Malformed CSV
 * records are known to DuckDB by line, which counts records; all others are numbered without them,
 * so both counts have to be brought together.
 */
final class BadRecords {

  private static final String REJECTS = "xt_load_rejects";
  private static final String MALFORMED = "xt_load_malformed";
  private static final String SHIFTS = "xt_load_shifts";
  private static final String BAD = "xt_load_bad";
  private static final int TEXT_LENGTH = 500;
  private static final Schema SAMPLE =
      Schema.of(
          Column.of("record", PlainType.INTEGER),
          Column.of("column_name", PlainType.STRING),
          Column.of("reason", PlainType.STRING),
          Column.of("raw_text", PlainType.STRING));

  private final Session session;
  private final FileRelation file;
  private final FileRows rows;

  BadRecords(Session session, FileRelation file) {
    this.session = session;
    this.file = file;
    this.rows = new FileRows(file);
    dropRejects();
  }

  /** The file's well-formed records, as they are read, each with its number. */
  String records() {
    return rows.records(isCsv() ? Optional.of(REJECTS) : Optional.empty());
  }

  /** A condition over those records that holds for the bad ones; {@code false} if none can be. */
  String condition() {
    String conditions =
        rows.riskyColumns().stream().map(rows::isBad).collect(Collectors.joining("\n  OR "));
    return conditions.isEmpty() ? "false" : "(" + conditions + ")";
  }

  /** Malformed records met so far. */
  long malformed() {
    return isCsv() ? session.number("SELECT count(DISTINCT line) FROM " + REJECTS) : 0;
  }

  /**
   * Reads the file once more and notes every bad record.
   *
   * @return how many there are
   */
  long collect() {
    if (condition().equals("false")) {
      // The load has noted all that can be wrong, and DuckDB would not read the file for nothing.
      session.execute(
          "CREATE OR REPLACE TEMP TABLE %s (record BIGINT, column_name VARCHAR, reason VARCHAR, raw_text VARCHAR)"
              .formatted(BAD));
    } else {
      dropRejects();
      session.execute("CREATE OR REPLACE TEMP TABLE " + BAD + " AS " + badValues());
    }
    if (isCsv()) {
      numberMalformed();
    }
    session.execute("CREATE OR REPLACE TEMP TABLE " + SHIFTS + " AS " + shifts());
    session.execute(
        "UPDATE %s SET record = moved.record + moved.shift FROM (%s) AS moved WHERE %s.rowid = moved.id"
            .formatted(BAD, shifted(BAD, "record"), BAD));
    if (isCsv()) {
      session.execute("INSERT INTO " + BAD + " FROM " + MALFORMED);
    }
    return session.number("SELECT count(*) FROM " + BAD);
  }

  /** The first few, in the order of the file. */
  List<BadRecord> samples() {
    String sql = "SELECT * FROM %s ORDER BY record LIMIT %d".formatted(BAD, LoadResult.SAMPLES);
    return session.rows(ChunkReader.readable(sql, SAMPLE), SAMPLE).stream()
        .map(row ->
            new BadRecord(
                file.shownName(),
                row.get(0) instanceof Long number ? number : 0,
                String.valueOf(row.get(1)),
                String.valueOf(row.get(2)),
                String.valueOf(row.get(3))))
        .toList();
  }

  /** Gives the loaded rows their numbers among all records of the file. */
  void renumber(Dataset landing, long batchId) {
    if (malformed() == 0) {
      return;
    }
    String table = SqlText.name(landing.physicalName());
    String number = SqlText.name(TechnicalColumns.SOURCE_ROW);
    session.execute(
        "UPDATE %s SET %s = moved.record + moved.shift FROM (%s AND %s = %d AND %s = %s) AS moved WHERE %s.rowid = moved.id"
            .formatted(
                table,
                number,
                shifted(table, number),
                SqlText.name(TechnicalColumns.BATCH_ID),
                batchId,
                SqlText.name(TechnicalColumns.SOURCE_FILE),
                SqlText.text(file.shownName()),
                table));
  }

  /** Puts the bad records into the dataset of rejects. */
  void keep(Dataset rejects, long batchId) {
    session.execute(
        """
        INSERT INTO %s (xt_source_file, xt_source_row, batch_id, column_name, reason, raw_text)
        SELECT %s, record, %d, nullif(column_name, ''), reason, raw_text FROM %s ORDER BY record\
        """
            .formatted(
                SqlText.name(rejects.physicalName()),
                SqlText.text(file.shownName()),
                batchId,
                BAD));
  }

  private boolean isCsv() {
    return file.reader().equals("csv");
  }

  private void dropRejects() {
    session.execute("DROP TABLE IF EXISTS " + REJECTS);
    session.execute("DROP TABLE IF EXISTS " + REJECTS + "_scan");
  }

  private String badValues() {
    var column = new StringBuilder("CASE");
    var reason = new StringBuilder("CASE");
    var text = new StringBuilder("CASE");
    for (int risky : rows.riskyColumns()) {
      Column described = file.schema().columns().get(risky);
      String when = " WHEN " + rows.isBad(risky) + " THEN ";
      String found = "coalesce(CAST(%s AS VARCHAR), '')".formatted(rows.text(risky));
      column.append(when).append(SqlText.text(described.name()));
      reason.append(
          when
              + "CASE WHEN trim(%s) = '' THEN 'a required value is missing' ELSE %s END"
                  .formatted(found, SqlText.text("not of type " + described.type().text())));
      text.append(when + "left(%s, %d)".formatted(found, TEXT_LENGTH));
    }
    return "SELECT %s AS record, %s END AS column_name, %s END AS reason, %s END AS raw_text FROM (%s) WHERE %s"
        .formatted(FileRows.NUMBER, column, reason, text, records(), condition());
  }

  /** Notes for each malformed record which record of the file it is. */
  private void numberMalformed() {
    session.execute(
        """
        CREATE OR REPLACE TEMP TABLE %s AS
        SELECT line - %d AS record, coalesce(first(column_name), '') AS column_name,
          lower(first(error_message)) AS reason,
          left(trim(coalesce(first(csv_line), ''), E'\\r\\n'), %d) AS raw_text
        FROM %s GROUP BY line\
        """
            .formatted(MALFORMED, linesBefore(), TEXT_LENGTH, REJECTS));
    if (malformed() == 0) {
      return;
    }
    List<Long> blanks =
        new BlankLines(session, file)
            .numbers().stream().map(line -> line - linesBefore()).filter(line -> line > 0).toList();
    if (!blanks.isEmpty()) {
      session.execute(
          "UPDATE %s SET record = record - len(list_filter(%s, lambda blank: blank < record))"
              .formatted(MALFORMED, SqlText.option(blanks)));
    }
  }

  /** From which well-formed record on how many malformed ones stand before. */
  private String shifts() {
    if (!isCsv()) {
      return "SELECT 0::BIGINT AS first_record, 0::BIGINT AS shift WHERE false";
    }
    return """
    SELECT record - row_number() OVER (ORDER BY record) + 1 AS first_record,
      row_number() OVER (ORDER BY record) AS shift
    FROM %s\
    """
        .formatted(MALFORMED);
  }

  private static String shifted(String table, String record) {
    return "SELECT t.rowid AS id, t.%s AS record, s.shift FROM %s AS t ASOF JOIN (SELECT first_record, max(shift) AS shift FROM %s GROUP BY first_record) AS s ON t.%s >= s.first_record WHERE true"
        .formatted(record, table, SHIFTS, record);
  }

  /** Lines that DuckDB counts and that are no records. */
  private long linesBefore() {
    long header = Boolean.TRUE.equals(file.options().get("header")) ? 1 : 0;
    long skipped = file.options().get("skip") instanceof Number lines ? lines.longValue() : 0;
    return header + skipped;
  }
}
