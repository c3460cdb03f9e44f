package io.qarion.plugins.duckdb;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.engine.LoadResult;
import io.qarion.core.problem.Problem;
import io.qarion.core.transform.BatchContext;
import io.qarion.core.transform.FileRelation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The records of one file, read once into a temporary table: typed values, and what is wrong with
 * them. Its row ids number the records; that leaves the reading to all threads, which a numbering
 * window would not (docs/decisions/0002-strict-values.md).
 */
public final class StagedFile implements AutoCloseable {

  static final String TABLE = "xt_stage";

  /** Index of the first bad column, from 1; 0 for a good record. */
  static final String BAD = "xt_bad";

  static final String BAD_TEXT = "xt_bad_text";

  /** Line of a bad record, where a loader hands the records out. */
  static final String BAD_LINE = "xt_bad_line";

  private static final int TEXT_LENGTH = 500;

  private final DuckDbSession session;
  private final FileRelation file;
  private final FileRows rows;
  private final BadRecords bad;

  private StagedFile(DuckDbSession session, FileRelation file) {
    this.session = session;
    this.file = file;
    this.rows = new FileRows(file);
    this.bad = new BadRecords(session, file);
  }

  /** Reads a file to its end; until it is closed there can be no other in this session. */
  public static StagedFile read(DuckDbSession session, FileRelation file) {
    var staged = new StagedFile(session, file);
    session.execute("CREATE OR REPLACE TEMP TABLE " + TABLE + " AS " + staged.records());
    staged.bad.collect();
    return staged;
  }

  /** Whether no record has to be refused. */
  public boolean isClean() {
    return bad.count() == 0;
  }

  /** What came of it, if {@code loaded} rows were taken. */
  public LoadResult result(long loaded) {
    return new LoadResult(loaded, bad.count(), bad.samples());
  }

  /** What the user should know of the good rows. */
  public List<Problem> warnings() {
    return CutNanoseconds.warnings(session, file);
  }

  /** A SELECT of the refused records; empty if there are none. */
  Optional<String> refused() {
    return bad.all();
  }

  /** Puts the refused records into the dataset of rejects. */
  public void keepBad(Dataset rejects, long batchId) {
    bad.keep(rejects, batchId);
  }

  /** A SELECT of the good rows, the columns of the file first and those of landing after them. */
  public String goodRows(BatchContext batch) {
    String values =
        IntStream.range(0, file.schema().size())
            .mapToObj(
                i -> rows.value(i) + " AS " + SqlText.name(file.schema().columns().get(i).name()))
            .collect(Collectors.joining(",\n  "));
    return "SELECT %s,\n  %s\nFROM %s%s"
        .formatted(
            values,
            landing(file, batch, bad.number()),
            bad.numbered(),
            isClean() ? "" : "\nWHERE " + BAD + " = 0");
  }

  /**
   * What a landing says of a row: the batch, the file, the record and the moment.
   *
   * @param record number of the record, as SQL
   */
  public static String landing(FileRelation file, BatchContext batch, String record) {
    return "%d::BIGINT AS batch_id, %s AS xt_source_file, %s AS xt_source_row, TIMESTAMP %s AS xt_loaded_at"
        .formatted(
            batch.batchId(),
            SqlText.text(file.shownName()),
            record,
            SqlText.text(batch.clock().toString()));
  }

  private String records() {
    Optional<String> rejects = bad.rejects();
    String values =
        IntStream.range(0, file.schema().size())
            .mapToObj(rows::value)
            .collect(Collectors.joining(", "));
    if (rows.riskyColumns().isEmpty()) {
      return "SELECT %s, 0::USMALLINT AS %s, NULL::VARCHAR AS %s FROM (%s)"
          .formatted(values, BAD, BAD_TEXT, rows.records(rejects));
    }
    var code = new StringBuilder("CASE");
    var text = new StringBuilder("CASE " + BAD);
    for (int risky : rows.riskyColumns()) {
      code.append(" WHEN ").append(rows.isBad(risky)).append(" THEN ").append(risky + 1);
      text.append(
          " WHEN %d THEN left(coalesce(CAST(%s AS VARCHAR), ''), %d)"
              .formatted(risky + 1, rows.text(risky), TEXT_LENGTH));
    }
    String line =
        rows.line()
            .map(name -> ", CASE WHEN %s > 0 THEN %s END AS %s".formatted(BAD, name, BAD_LINE))
            .orElse("");
    return "SELECT %s, %s, %s END AS %s%s FROM (SELECT *, %s ELSE 0 END::USMALLINT AS %s FROM (%s))"
        .formatted(values, BAD, text, BAD_TEXT, line, code, BAD, rows.records(rejects));
  }

  @Override
  public void close() {
    session.execute("DROP TABLE IF EXISTS " + TABLE);
  }
}
