package io.qarion.plugins.engine.duckdb;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.TechnicalColumns;
import io.qarion.core.engine.LoadRequest;
import io.qarion.core.engine.LoadResult;
import io.qarion.core.problem.QarionException;
import io.qarion.core.transform.FileRelation;
import io.qarion.plugins.duckdb.FileRows;
import io.qarion.plugins.duckdb.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Loads one file in one pass that looks for bad values too. Only where there is one does a second
 * pass find the places.
 */
final class FileLoad {

  /** What DuckDB's error says where a bad value stops a load. */
  private static final String STOPPED = "xt: a record can't be read as declared";

  private final Session session;
  private final LoadRequest request;
  private final FileRelation file;
  private final FileRows rows;
  private final BadRecords bad;

  FileLoad(Session session, LoadRequest request) {
    this.session = session;
    this.request = request;
    this.file = request.file();
    this.rows = new FileRows(file);
    this.bad = new BadRecords(session, file);
  }

  LoadResult run() {
    return request.rejects().map(this::loadGoodRows).orElseGet(this::loadAllOrNothing);
  }

  private LoadResult loadAllOrNothing() {
    String isBad = bad.condition();
    String number =
        isBad.equals("false")
            ? FileRows.NUMBER
            : "CASE WHEN %s THEN error(%s)::BIGINT ELSE %s END"
                .formatted(isBad, SqlText.text(STOPPED), FileRows.NUMBER);
    try {
      long loaded = insert(number, "");
      if (bad.malformed() == 0) {
        return new LoadResult(loaded, 0, List.of());
      }
    } catch (QarionException e) {
      if (!Objects.requireNonNullElse(e.getMessage(), "").contains(STOPPED)) {
        throw e;
      }
      session.restart();
    }
    long count = bad.collect();
    return new LoadResult(0, count, bad.samples());
  }

  private LoadResult loadGoodRows(Dataset rejects) {
    String isBad = bad.condition();
    long loaded = insert(FileRows.NUMBER, isBad.equals("false") ? "" : "\nWHERE NOT " + isBad);
    long count = bad.collect();
    if (count > 0) {
      bad.renumber(request.landing(), request.batch().batchId());
      bad.keep(rejects, request.batch().batchId());
    }
    return new LoadResult(loaded, count, bad.samples());
  }

  private long insert(String number, String where) {
    var names = new ArrayList<>(file.schema().names());
    TechnicalColumns.LANDING.forEach(column -> names.add(column.name()));
    String values =
        IntStream.range(0, file.schema().size())
            .mapToObj(rows::value)
            .collect(Collectors.joining(",\n  "));
    return session.execute(
        """
        INSERT INTO %s (%s)
        SELECT %s,
          %d, %s, %s, TIMESTAMP %s
        FROM (%s)%s\
        """
            .formatted(
                SqlText.name(request.landing().physicalName()),
                SqlText.names(names),
                values,
                request.batch().batchId(),
                SqlText.text(file.shownName()),
                number,
                SqlText.text(request.batch().clock().toString()),
                bad.records(),
                where));
  }
}
