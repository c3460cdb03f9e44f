package io.qarion.core.toml;

import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tomlj.Toml;
import org.tomlj.TomlParseOptions;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlVersion;

/**
 * A TOML file as a value: its text, what the text says and where. Each edit gives a new document
 * with the smallest change of the text; one that can't be done throws a {@link QarionException} and
 * changes nothing.
 */
public final class TomlDocument {

  /** Without the parser's own record of comments: it stumbles over some damaged headers. */
  private static final TomlParseOptions OPTIONS =
      TomlParseOptions.defaults().withVersion(TomlVersion.V1_1_0).withoutSource();

  private final SourceText source;
  private final boolean byteOrderMark;
  private final List<Problem> problems;
  private final Tree tree;

  /** What was read; kept apart from the text, which can't hold bytes that are no UTF-8. */
  private final byte[] bytes;

  private TomlDocument(String fileName, byte[] bytes, String lineEnd) {
    Utf8Text decoded = Utf8Text.read(bytes);
    this.bytes = bytes;
    source = new SourceText(fileName, decoded.text(), lineEnd);
    byteOrderMark = decoded.mark();
    if (decoded.firstBadByte().isPresent()) {
      problems = List.of(SyntaxProblems.encoding(source, decoded.firstBadByte().getAsInt()));
      tree = new Tree(TreeBuilder.emptyRoot(source), List.of());
      return;
    }
    TomlParseResult parsed = Toml.parse(decoded.text(), OPTIONS);
    problems = parsed.hasErrors() ? SyntaxProblems.of(source, parsed.errors()) : List.of();
    tree =
        problems.isEmpty()
            ? new TreeBuilder(source, new ParsedValues(parsed))
                .build(StatementScanner.scan(decoded.text()))
            : new Tree(TreeBuilder.emptyRoot(source), List.of());
  }

  /**
   * Reads any bytes; what is wrong with them is in {@link #problems}.
   *
   * @param fileName as shown to the user in places
   */
  public static TomlDocument read(String fileName, byte[] bytes) {
    return new TomlDocument(fileName, bytes.clone(), "\n");
  }

  /** Reads a text without a byte-order mark. */
  public static TomlDocument parse(String fileName, String text) {
    return new TomlDocument(fileName, Utf8Text.write(false, text), "\n");
  }

  public String fileName() {
    return source.fileName();
  }

  /** Without byte-order mark; of a file that is not UTF-8, what is before the first bad byte. */
  public String text() {
    return source.text();
  }

  public boolean hasByteOrderMark() {
    return byteOrderMark;
  }

  /** What to save: of a document that was not edited, exactly what was read. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** What is wrong with the file, in the order of the text; empty if it is valid. */
  public List<Problem> problems() {
    return problems;
  }

  public boolean isValid() {
    return problems.isEmpty();
  }

  /** Whether its {@code format_version} is above what is known here: it must not be changed. */
  public boolean isOfNewerFormat() {
    return FormatVersion.isNewer(this);
  }

  /** The whole content; empty if the file is not valid. */
  public TomlTableNode root() {
    return tree.root();
  }

  /** Line and column of a UTF-16 offset in the text. */
  public Place place(int offset) {
    return source.place(offset);
  }

  public Optional<TomlNode> find(TomlPath path) {
    TomlNode node = root();
    for (TomlPath.Step step : path.steps()) {
      Optional<TomlNode> below = below(node, step);
      if (below.isEmpty()) {
        return Optional.empty();
      }
      node = below.get();
    }
    return Optional.of(node);
  }

  private static Optional<TomlNode> below(TomlNode node, TomlPath.Step step) {
    return switch (step) {
      case TomlPath.Key(String name) when node instanceof TomlTableNode table -> table.get(name);
      case TomlPath.Index(int at) when node instanceof TomlArrayNode array ->
          at < array.size() ? Optional.of(array.items().get(at)) : Optional.empty();
      case TomlPath.Key _, TomlPath.Index _ -> Optional.empty();
    };
  }

  /**
   * Gives a key or an existing element a value: in place if it is there, else as a new key in the
   * style of its neighbours; tables on the way that are missing get headers. A new table, or array
   * of tables, gets headers unless it is {@link TomlValue.Table#inlined}. Of a table or array that
   * is there only what differs is rewritten.
   */
  public TomlDocument set(TomlPath path, TomlValue value) {
    return new Assignment(editable()).set(path, value);
  }

  /** Puts a new element before the one at {@code index} of an array, or at its end. */
  public TomlDocument insert(TomlPath array, int index, TomlValue value) {
    return new Assignment(editable()).insert(array, index, value);
  }

  /**
   * Takes a key, table, array or element out, with the comment lines directly above. A table that
   * exists only because of it (by a longer header or dotted key) goes too, and so does an array of
   * tables with its last element.
   */
  public TomlDocument remove(TomlPath path) {
    TomlNode node = existing(path);
    if (path.isRoot()) {
      throw EditProblems.clash(node, "The whole file can't be removed.");
    }
    return new TomlEditor(editable()).remove(node);
  }

  /** Gives a key another name wherever the file spells it. */
  public TomlDocument rename(TomlPath path, String newName) {
    TomlNode node = existing(path);
    if (path.isRoot() || !(path.last() instanceof TomlPath.Key(String oldName))) {
      throw EditProblems.clash(node, "Only keys have names.");
    }
    if (oldName.equals(newName)) {
      return this;
    }
    Optional<TomlNode> other = find(path.parent().key(newName));
    if (other.isPresent()) {
      throw EditProblems.exists(other.get());
    }
    return new TomlEditor(editable()).rename(node, oldName, newName);
  }

  /**
   * Moves a key among the keys of its table, or an element in its array, with its comments.
   *
   * @param index the place it then has, from 0
   */
  public TomlDocument move(TomlPath path, int index) {
    TomlNode node = existing(path);
    List<TomlNode> siblings =
        switch (node.parent().orElseThrow(() -> EditProblems.clash(node, "The file stays."))) {
          case TomlTableNode table -> List.copyOf(table.children().values());
          case TomlArrayNode array -> array.items();
          case TomlScalarNode scalar -> List.of(scalar);
        };
    if (index < 0 || index >= siblings.size()) {
      throw EditProblems.clash(node, "There is no place " + index + " beside " + path + ".");
    }
    return new TomlEditor(editable()).move(node, siblings, index);
  }

  /**
   * Some elements of an array of tables by themselves, with their layout and comments: a text that
   * has nothing else.
   */
  public TomlDocument excerpt(TomlPath array, Set<Integer> indices) {
    return new Excerpt(editable()).of(array, indices);
  }

  /**
   * Puts all elements that an excerpt has of an array before the one at {@code index} of it, or at
   * its end, with their comments.
   */
  public TomlDocument insertAll(TomlPath array, int index, TomlDocument excerpt) {
    return new Excerpt(excerpt.editable()).insert(editable(), array, index);
  }

  TomlNode existing(TomlPath path) {
    return editable().find(path).orElseThrow(() -> EditProblems.missing(this, path));
  }

  /** Another text in the same file; byte-order mark and line ends stay. */
  public TomlDocument withText(String text) {
    byte[] changed = Utf8Text.write(byteOrderMark, text);
    return new TomlDocument(fileName(), changed, source.lineEnd());
  }

  SourceText source() {
    return source;
  }

  Tree tree() {
    return tree;
  }

  private TomlDocument editable() {
    if (!isValid()) {
      throw new QarionException(problems);
    }
    return this;
  }
}
