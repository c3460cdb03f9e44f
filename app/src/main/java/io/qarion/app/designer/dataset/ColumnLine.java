package io.qarion.app.designer.dataset;

import io.qarion.core.dataset.DataType;

/**
 * A column as the editor shows it.
 *
 * @param editable false while no file declares the dataset
 */
record ColumnLine(
    String name,
    DataType type,
    boolean required,
    boolean key,
    String description,
    boolean editable) {}
