package io.qarion.core.plugin;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A setting that a plug-in understands: the source of its check, its form and its help.
 *
 * @param key with points for tables inside, such as {@code load.source_path}
 * @param defaultText what holds if it is absent, as shown to a user; empty if nothing does
 * @param help one sentence
 */
public record PropertyDeclaration(
    String key, PropertyKind kind, boolean required, String defaultText, String help) {

  /** What kind of value a setting takes. */
  public sealed interface PropertyKind {}

  /** Kinds without parameters. */
  public enum Simple implements PropertyKind {
    TEXT,
    INTEGER,
    NUMBER,
    FLAG,
    /** Path of a file or folder. */
    FILE,
    /** Name of a column of the input. */
    COLUMN,
    /** Names of columns of the input. */
    COLUMNS,
    EXPRESSION,
    /** Columns to order by, the weightiest first; {@code desc} after one turns it round. */
    ORDER,
    /** Pairs of columns that are equal. */
    PAIRS,
    /** Name of a column type. */
    TYPE,
    SQL,
    DATASET,
    TEXTS,
    /** Tables that hold others; only the text shows them. */
    TABLES,
    /** Any value. */
    VALUE
  }

  /** A table with the options of a file's format. */
  public enum Options implements PropertyKind {
    READ,
    WRITTEN
  }

  /** A table that gives names of columns a value each. */
  public record Named(Simple value) implements PropertyKind {}

  /**
   * A list of tables, each of a kind.
   *
   * @param nameKey what its entries are called by
   * @param kindKey says of which kind an entry is
   * @param common what every entry may have beside
   * @param kinds what more it may have, by the word for its kind
   */
  public record Tables(
      String nameKey,
      String kindKey,
      List<PropertyDeclaration> common,
      Map<String, List<PropertyDeclaration>> kinds)
      implements PropertyKind {

    public Tables {
      common = List.copyOf(common);
      kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
    }

    /** What an entry of a kind may have beside its name and kind; the common part comes last. */
    public List<PropertyDeclaration> of(String kind) {
      return Stream.concat(kinds.getOrDefault(kind, List.of()).stream(), common.stream()).toList();
    }
  }

  /** One of some words. */
  public record Choice(List<String> words) implements PropertyKind {
    public Choice {
      words = List.copyOf(words);
    }
  }

  public static PropertyDeclaration required(String key, PropertyKind kind, String help) {
    return new PropertyDeclaration(key, kind, true, "", help);
  }

  public static PropertyDeclaration optional(
      String key, PropertyKind kind, String defaultText, String help) {
    return new PropertyDeclaration(key, kind, false, defaultText, help);
  }

  /** A choice; the first word is the default. */
  public static PropertyDeclaration choice(String key, String help, String... words) {
    return new PropertyDeclaration(key, new Choice(List.of(words)), false, words[0], help);
  }
}
