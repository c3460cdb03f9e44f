package io.qarion.core.dataset;

import io.qarion.core.problem.DatasetName;
import java.util.List;
import java.util.Optional;

/**
 * The structure of data at one point of a flow.
 *
 * @param namespace logical schema, part of the physical name
 * @param primaryKey names of columns of {@code schema}; empty if there is none
 */
public record Dataset(
    DatasetName name,
    Optional<String> namespace,
    String description,
    Schema schema,
    List<String> primaryKey) {

  public Dataset {
    primaryKey = List.copyOf(primaryKey);
    for (String key : primaryKey) {
      if (!schema.has(key)) {
        throw new IllegalArgumentException("key column " + key + " is no column of " + name);
      }
    }
  }

  /** A dataset without namespace, description and key. */
  public static Dataset of(DatasetName name, Schema schema) {
    return new Dataset(name, Optional.empty(), "", schema, List.of());
  }

  public Dataset withSchema(Schema newSchema) {
    return new Dataset(name, namespace, description, newSchema, primaryKey);
  }

  public Dataset withNamespace(Optional<String> newNamespace) {
    return new Dataset(name, newNamespace, description, schema, primaryKey);
  }

  public Dataset withPrimaryKey(List<String> newKey) {
    return new Dataset(name, namespace, description, schema, newKey);
  }

  /** Name of the table in the engine: {@code <namespace>_<name>}, or the name alone. */
  public String physicalName() {
    return namespace.map(space -> space + "_").orElse("") + name.value();
  }
}
