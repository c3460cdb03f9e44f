package io.qarion.plugins.sql;

import io.qarion.core.transform.BatchContext;
import io.qarion.core.transform.Query;
import io.qarion.core.transform.RowSource;
import io.qarion.core.transform.TransformationSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Counts the rows that a step's sources hold; a source that several instructions read counts once.
 * Profiles of engines can't say it: scans give rows after the filters pushed into them, or whole
 * groups of rows where only a batch is wanted.
 */
public final class SourceRows {

  private final SqlSession session;
  private final SqlRenderer renderer;
  private final Set<String> counted = new HashSet<>();

  public SourceRows(SqlSession session, SqlRenderer renderer) {
    this.session = session;
    this.renderer = renderer;
  }

  /** Rows of the sources that were not counted yet. */
  public long count(Query query, BatchContext batch) {
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
