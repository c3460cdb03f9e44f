package io.qarion.app.designer.dataset;

import io.qarion.core.dataset.Schema;

/**
 * Columns of data that belong to a dataset.
 *
 * @param where the file or table
 * @param columns without those that the program adds
 * @param failure why they can't be had; empty if they can
 */
record DataFound(String where, Schema columns, String failure) {}
