package io.qarion.app.designer.lineage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;

/**
 * Places boxes in layers from left to right, each behind all that it is made of. What passes a
 * layer on its way to a later one has a gap of its own there, so that it runs behind no box.
 */
final class BoxPlaces {

  static final double WIDTH = 240;
  static final double HEAD = 32;
  static final double ROW = 24;

  private static final double BETWEEN_LAYERS = 64;
  private static final double BETWEEN_BOXES = 24;

  private final Drawing drawing;
  private final Map<String, Set<String>> before = new HashMap<>();
  private final Map<String, Integer> layers = new HashMap<>();
  private final Map<String, Bounds> places = new LinkedHashMap<>();
  private final Map<Way, List<Bounds>> gaps = new HashMap<>();

  /** What goes from one box to another, whatever columns that are. */
  private record Way(String from, String to) {}

  /**
   * Something in a layer: a box, or the gap for what passes.
   *
   * @param origins names of what it comes from
   */
  private record Item(String name, double height, Set<String> origins) {}

  private BoxPlaces(Drawing drawing) {
    this.drawing = drawing;
    for (Link link : drawing.links()) {
      before.computeIfAbsent(link.to(), _ -> new HashSet<>()).add(link.from());
    }
  }

  static BoxPlaces of(Drawing drawing) {
    var places = new BoxPlaces(drawing);
    places.place();
    return places;
  }

  /** Where a box is, by its name. */
  Bounds box(String name) {
    return Objects.requireNonNull(places.get(name), name);
  }

  /** The gaps that a link runs through, from left to right. */
  List<Bounds> gaps(Link link) {
    return gaps.getOrDefault(new Way(link.from(), link.to()), List.of());
  }

  static double height(Box box) {
    return HEAD + box.columns().size() * ROW;
  }

  private void place() {
    List<List<Item>> byLayer = items();
    double highest = byLayer.stream().mapToDouble(BoxPlaces::height).max().orElse(0);
    for (int i = 0; i < byLayer.size(); i++) {
      List<Item> layer = byLayer.get(i);
      layer.sort(Comparator.comparingDouble(this::middleOfOrigins));
      double y = (highest - height(layer)) / 2;
      for (Item item : layer) {
        double x = i * (WIDTH + BETWEEN_LAYERS);
        places.put(item.name(), new BoundingBox(x, y, WIDTH, item.height()));
        y += item.height() + BETWEEN_BOXES;
      }
    }
    gaps.replaceAll((way, _) ->
        places.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(gap(way, "")))
            .map(Map.Entry::getValue)
            .sorted(Comparator.comparingDouble(Bounds::getMinX))
            .toList());
  }

  private List<List<Item>> items() {
    List<List<Item>> byLayer = new ArrayList<>();
    for (Box box : drawing.boxes()) {
      Set<String> origins = new HashSet<>();
      int layer = layer(box.name(), new HashSet<>());
      for (String origin : before.getOrDefault(box.name(), Set.of())) {
        origins.add(passing(byLayer, new Way(origin, box.name()), layer));
      }
      in(byLayer, layer).add(new Item(box.name(), height(box), origins));
    }
    return byLayer;
  }

  /** Makes gaps in the layers between; gives what comes last before the target. */
  private String passing(List<List<Item>> byLayer, Way way, int target) {
    String last = way.from();
    for (int i = layer(way.from(), new HashSet<>()) + 1; i < target; i++) {
      String name = gap(way, String.valueOf(i));
      in(byLayer, i).add(new Item(name, 0, Set.of(last)));
      gaps.put(way, List.of());
      last = name;
    }
    return last;
  }

  /** No name of a box has this sign in it. */
  private static String gap(Way way, String layer) {
    return way.from() + "\n" + way.to() + "\n" + layer;
  }

  private static List<Item> in(List<List<Item>> byLayer, int layer) {
    while (byLayer.size() <= layer) {
      byLayer.add(new ArrayList<>());
    }
    return byLayer.get(layer);
  }

  private static double height(List<Item> layer) {
    return layer.stream().mapToDouble(item -> item.height() + BETWEEN_BOXES).sum() - BETWEEN_BOXES;
  }

  /** The length of the longest way to it; a way round in a circle counts once. */
  private int layer(String name, Set<String> passing) {
    Integer known = layers.get(name);
    if (known != null) {
      return known;
    }
    passing.add(name);
    int layer = 0;
    for (String origin : before.getOrDefault(name, Set.of())) {
      if (!passing.contains(origin)) {
        layer = Math.max(layer, layer(origin, passing) + 1);
      }
    }
    passing.remove(name);
    layers.put(name, layer);
    return layer;
  }

  private double middleOfOrigins(Item item) {
    return item.origins().stream()
        .filter(places::containsKey)
        .mapToDouble(origin -> box(origin).getCenterY())
        .average()
        .orElse(0);
  }
}
