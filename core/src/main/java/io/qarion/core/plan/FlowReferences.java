package io.qarion.core.plan;

import io.qarion.core.dataset.Dataset;
import io.qarion.core.flow.Flow;
import io.qarion.core.problem.DatasetName;
import io.qarion.core.problem.FlowId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which flows of a project may read what others make: those whose text has their names. */
final class FlowReferences {

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}_]+");

  private final Map<FlowId, Words> flows;

  /** By one word of each name, so that a text is not held against all names. */
  private final Map<String, List<Name>> names = new HashMap<>();

  private record Name(FlowId flow, Set<String> words) {}

  /**
   * What a flow says.
   *
   * @param names the words of each name that others may call it or its datasets by
   */
  record Words(List<Set<String>> names, Set<String> text) {

    static Words of(Flow flow, List<Dataset> datasets) {
      List<Set<String>> names =
          Stream.of(
                  Stream.of(flow.id().value()),
                  datasets.stream().map(dataset -> dataset.name().value()),
                  flow.tasks().stream()
                      .flatMap(task -> task.target().stream())
                      .map(DatasetName::value))
              .flatMap(all -> all)
              .map(Words::split)
              .filter(words -> !words.isEmpty())
              .distinct()
              .toList();
      return new Words(names, split(flow.toString()));
    }

    private static Set<String> split(String text) {
      return NO_WORD
          .splitAsStream(text.toLowerCase(Locale.ROOT))
          .filter(word -> !word.isEmpty())
          .collect(Collectors.toSet());
    }
  }

  FlowReferences(Map<FlowId, Words> flows) {
    this.flows = flows;
    flows.forEach((id, words) ->
        words
            .names()
            .forEach(name ->
                names
                    .computeIfAbsent(name.iterator().next(), _ -> new ArrayList<>())
                    .add(new Name(id, name))));
  }

  /** The flows that one names. */
  Set<FlowId> of(FlowId flow) {
    var named = new LinkedHashSet<FlowId>();
    Words words = flows.get(flow);
    if (words != null) {
      for (String word : words.text()) {
        for (Name name : names.getOrDefault(word, List.of())) {
          if (!name.flow().equals(flow) && words.text().containsAll(name.words())) {
            named.add(name.flow());
          }
        }
      }
    }
    return named;
  }

  /** Some flows, and all that name one of them, directly or by way of others. */
  Set<FlowId> readersOf(Collection<FlowId> some) {
    var readers = new LinkedHashMap<FlowId, Set<FlowId>>();
    for (FlowId flow : flows.keySet()) {
      of(flow)
          .forEach(named -> readers.computeIfAbsent(named, _ -> new LinkedHashSet<>()).add(flow));
    }
    var found = new LinkedHashSet<>(some);
    var waiting = new ArrayDeque<>(some);
    while (!waiting.isEmpty()) {
      for (FlowId reader : readers.getOrDefault(waiting.remove(), Set.of())) {
        if (found.add(reader)) {
          waiting.add(reader);
        }
      }
    }
    return found;
  }
}
