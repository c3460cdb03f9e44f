package io.qarion.plugins.sql;

import io.qarion.core.dataset.Schema;

/**
 * A SELECT and the columns it gives.
 *
 * @param schema empty where only the engine knows
 */
public record SqlSelect(String sql, Schema schema) {}
