package io.qarion.core.engine;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.transform.BatchContext;
import io.qarion.core.transform.FileRelation;
import java.util.Optional;

/**
 * One file to load.
 *
 * @param landing its table is there already; has the technical columns of landing
 * @param rejects where refused records go; empty if one refused record fails the load
 */
public record LoadRequest(
    FileRelation file, Dataset landing, Optional<Dataset> rejects, BatchContext batch) {}
