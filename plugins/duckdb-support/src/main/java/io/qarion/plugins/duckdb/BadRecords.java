package io.qarion.plugins.duckdb;

import io.qarion.core.dataset.Column;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.PlainType;
import io.qarion.core.dataset.Schema;
import io.qarion.core.engine.BadRecord;
import io.qarion.core.engine.LoadResult;
import io.qarion.core.transform.FileRelation;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The records of a staged file that can't be read as declared, with their places. Malformed CSV
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

  private final DuckDbSession session;
  private final FileRelation file;
  private long malformed;
  private long count;
  private long firstRow;

  BadRecords(DuckDbSession session, FileRelation file) {
    this.session = session;
    this.file = file;
    session.execute("DROP TABLE IF EXISTS " + REJECTS);
    session.execute("DROP TABLE IF EXISTS " + REJECTS + "_scan");
  }

  /** The table that the reader notes malformed records in. */
  Optional<String> rejects() {
    return isCsv() ? Optional.of(REJECTS) : Optional.empty();
  }

  /** Finds every bad record of the staged file. */
  void collect() {
    firstRow = session.number("SELECT coalesce(min(rowid), 0) FROM " + StagedFile.TABLE);
    malformed = isCsv() ? session.number("SELECT count(DISTINCT line) FROM " + REJECTS) : 0;
    long values =
        session.number(
            "SELECT count(*) FROM %s WHERE %s > 0".formatted(StagedFile.TABLE, StagedFile.BAD));
    count = malformed + values;
    if (count == 0) {
      return;
    }
    if (malformed > 0) {
      numberMalformed();
      session.execute("CREATE OR REPLACE TEMP TABLE " + SHIFTS + " AS " + shifts());
    }
    session.execute(
        "CREATE OR REPLACE TEMP TABLE %s AS SELECT %s AS record, %s AS column_name, %s AS reason, %s AS raw_text FROM %s WHERE %s > 0"
            .formatted(
                BAD,
                number(),
                byColumn(Column::name),
                reason(),
                StagedFile.BAD_TEXT,
                numbered(),
                StagedFile.BAD));
    if (malformed > 0) {
      session.execute("INSERT INTO " + BAD + " FROM " + MALFORMED);
    }
  }

  /** Bad records, each counted once. */
  long count() {
    return count;
  }

  /** The staged table, with the malformed records before each row where there are any. */
  String numbered() {
    return malformed == 0
        ? StagedFile.TABLE
        : "(SELECT t.*, t.rowid AS xt_row, coalesce(s.shift, 0) AS xt_shift FROM %s AS t ASOF LEFT JOIN %s AS s ON t.rowid - %d + 1 >= s.first_record)"
            .formatted(StagedFile.TABLE, SHIFTS, firstRow);
  }

  /** The number of a row of {@link #numbered} among all records of the file, from 1. */
  String number() {
    return malformed == 0
        ? "rowid - %d + 1".formatted(firstRow)
        : "xt_row - %d + 1 + xt_shift".formatted(firstRow);
  }

  /** The first few, in the order of the file. */
  List<BadRecord> samples() {
    if (count == 0) {
      return List.of();
    }
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

  /** A SELECT of all, in the order of the file: record, column_name, reason, raw_text. */
  Optional<String> all() {
    return count == 0
        ? Optional.empty()
        : Optional.of(
            "SELECT record, nullif(column_name, '') AS column_name, reason, raw_text FROM %s ORDER BY record"
                .formatted(BAD));
  }

  /** Puts the bad records into the dataset of rejects. */
  void keep(Dataset rejects, long batchId) {
    all()
        .ifPresent(all ->
            session.execute(
                """
                INSERT INTO %s (xt_source_file, xt_source_row, batch_id, column_name, reason, raw_text)
                SELECT %s, record, %d, column_name, reason, raw_text FROM (%s)\
                """
                    .formatted(
                        SqlText.name(rejects.physicalName()),
                        SqlText.text(file.shownName()),
                        batchId,
                        all)));
  }

  private boolean isCsv() {
    return file.reader().equals("csv");
  }

  private String reason() {
    String what =
        "CASE WHEN trim(%s) = '' THEN %s ELSE %s END"
            .formatted(
                StagedFile.BAD_TEXT,
                SqlText.text(BadRecord.MISSING_VALUE),
                byColumn(BadRecords::reason));
    return file.rows()
        .map(opener -> what + " || ' (cell ' || " + place(opener.places()) + " || ')'")
        .orElse(what);
  }

  /** Any text is text, so that only a fault is left. */
  private static String reason(Column column) {
    return column.type() == PlainType.STRING || column.type() == PlainType.BINARY
        ? BadRecord.FAULT
        : BadRecord.OTHER_TYPE + column.type().text();
  }

  private String place(List<String> places) {
    return byColumn(column -> places.get(file.schema().columns().indexOf(column)))
        + " || "
        + StagedFile.BAD_LINE;
  }

  /** A text for the bad column of a row. */
  private String byColumn(Function<Column, String> text) {
    var words = new StringBuilder("CASE " + StagedFile.BAD);
    for (int risky : new FileRows(file).riskyColumns()) {
      words.append(
          " WHEN %d THEN %s"
              .formatted(risky + 1, SqlText.text(text.apply(file.schema().columns().get(risky)))));
    }
    return words.append(" ELSE '' END").toString();
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
  private static String shifts() {
    return """
    SELECT first_record, max(shift) AS shift
    FROM (
      SELECT record - row_number() OVER (ORDER BY record) + 1 AS first_record,
        row_number() OVER (ORDER BY record) AS shift
      FROM %s
    )
    GROUP BY first_record\
    """
        .formatted(MALFORMED);
  }

  /** Lines that DuckDB counts and that are no records. */
  private long linesBefore() {
    long header = Boolean.TRUE.equals(file.options().get("header")) ? 1 : 0;
    long skipped = file.options().get("skip") instanceof Number lines ? lines.longValue() : 0;
    return header + skipped;
  }
}
