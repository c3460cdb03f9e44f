package io.qarion.app.designer.explorer;

import io.qarion.core.dag.DagNode;
import io.qarion.core.dataset.Dataset;
import io.qarion.core.dataset.Schema;
import io.qarion.core.file.NaturalOrder;
import io.qarion.core.plan.CompiledFlow;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.FlowId;
import io.qarion.core.repository.StoredDataset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Puts together the datasets that files declare and those that flows make. */
final class DatasetList {

  private final Map<DatasetName, Schema> schemas = new HashMap<>();
  private final Map<DatasetName, DatasetEntry.Maker> makers = new HashMap<>();
  private final TreeSet<DatasetName> names =
      new TreeSet<>(Comparator.comparing(DatasetName::value, NaturalOrder.INSTANCE));

  private DatasetList() {}

  /**
   * All datasets in natural order; what a flow makes of a declared one counts.
   *
   * @param flows as compiled, by the ids they are open with
   */
  static List<DatasetEntry> of(List<StoredDataset> declared, Map<FlowId, CompiledFlow> flows) {
    var list = new DatasetList();
    declared.forEach(stored -> list.add(stored.dataset()));
    new LinkedHashMap<>(flows).forEach(list::add);
    var entries = new ArrayList<DatasetEntry>();
    for (DatasetName name : list.names) {
      entries.add(
          new DatasetEntry(
              name,
              Optional.ofNullable(list.schemas.get(name)).map(schema -> schema.columns().size()),
              Optional.ofNullable(list.makers.get(name))));
    }
    return entries;
  }

  private void add(Dataset dataset) {
    names.add(dataset.name());
    schemas.put(dataset.name(), dataset.schema());
  }

  private void add(FlowId id, CompiledFlow flow) {
    flow.datasets().forEach(this::add);
    for (DagNode step : flow.dag().steps()) {
      for (DatasetName written : step.writes()) {
        names.add(written);
        makers.putIfAbsent(written, new DatasetEntry.Maker(id, step.id()));
      }
    }
  }
}
