package io.qarion.core.engine;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.flow.LoadSettings;
import io.qarion.core.transform.BatchContext;
import java.util.Optional;

/**
 * What is loaded into, for one batch.
 *
 * @param landing has the technical columns of landing
 * @param kind whether rows stay in a table, or only the last snapshot is kept, as Parquet
 * @param rejects where refused records go; empty if one refused record fails the load
 */
public record LandingRequest(
    Dataset landing, LoadSettings.Landing kind, Optional<Dataset> rejects, BatchContext batch) {}
