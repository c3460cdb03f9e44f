package io.qarion.plugins.engine.duckdb;

import io.qarion.core.transform.BatchContext;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationSource;
import io.qarion.plugins.sql.RenderContext;
import io.qarion.plugins.sql.SqlRenderer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Counts the rows that a step's sources hold; a source that several instructions read counts once.
 * DuckDB's profile can't say it: its scans give rows after the filters pushed into them, and scan
 * whole row groups where only a batch is wanted.
 */
final class SourceRows {

  private final Session session;
  private final SqlRenderer renderer;
  private final Set<String> counted = new HashSet<>();

  SourceRows(Session session, SqlRenderer renderer) {
    this.session = session;
    this.renderer = renderer;
  }

  /** Rows of the sources that were not counted yet. */
  long count(Query query, BatchContext batch) {
    long rows = 0;
    for (TransformationSource source : query.sources()) {
      rows +=
          switch (source.rows()) {
            case RowSource.Stored _, RowSource.InFile _ -> stored(source, batch);
            case RowSource.Computed(Query inner, _) -> count(inner, batch);
            case RowSource.Rows(_, List<?> constants) -> constants.size();
            case RowSource.Empty _ -> 0;
          };
    }
    return rows;
  }

  private long stored(TransformationSource source, BatchContext batch) {
    String select =
        renderer
            .render(
                Query.all(new TransformationSource("counted", source.rows(), source.schema())),
                RenderContext.of(batch))
            .sql();
    return counted.add(select) ? session.count("SELECT count(*) FROM (\n" + select + "\n)") : 0;
  }
}
