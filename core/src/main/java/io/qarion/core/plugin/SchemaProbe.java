package io.qarion.core.plugin;

import io.qarion.core.dataset.Schema;
import io.qarion.core.flow.LoadSettings;
import io.qarion.core.transform.Query;
import java.util.Optional;

/** Finds columns that nobody declared, by asking an engine or looking into a file. */
public interface SchemaProbe {

  /** Knows nothing: used where no engine is at hand. */
  SchemaProbe NONE =
      new SchemaProbe() {
        @Override
        public Optional<Schema> ofStatement(Query query, String element) {
          return Optional.empty();
        }

        @Override
        public Optional<Schema> ofFiles(LoadSettings settings) {
          return Optional.empty();
        }
      };

  /**
   * The columns that a query in an engine's own SQL gives; empty if nobody can say.
   *
   * @param element where the statement was written
   * @throws io.qarion.core.problem.QarionException if the engine refuses the statement
   */
  Optional<Schema> ofStatement(Query query, String element);

  /**
   * The columns of the first file that a load would read; empty if nobody can say.
   *
   * @throws io.qarion.core.problem.QarionException if there is no file, or it can't be read
   */
  Optional<Schema> ofFiles(LoadSettings settings);
}
