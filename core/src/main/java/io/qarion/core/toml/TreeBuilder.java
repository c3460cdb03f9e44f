package io.qarion.core.toml;

import io.qarion.core.problem.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the statements of a valid file into tables and arrays, in the order of the text. */
final class TreeBuilder {

  private final SourceText source;
  private final ParsedValues values;
  private final List<Tree.Placed> placed = new ArrayList<>();
  private final TomlTableNode root;
  private TomlTableNode section;
  private List<TomlNode> sectionChain = List.of();

  TreeBuilder(SourceText source, ParsedValues values) {
    this.source = source;
    this.values = values;
    root = emptyRoot(source);
    section = root;
  }

  static TomlTableNode emptyRoot(SourceText source) {
    var origin = new TomlNode.Origin(source, TomlPath.ROOT, new Span(0, 0), Optional.empty());
    return new TomlTableNode(origin, TomlTableNode.Form.ROOT);
  }

  Tree build(List<Statement> statements) {
    for (Statement statement : statements) {
      var chain = new ArrayList<TomlNode>();
      switch (statement) {
        case Statement.Header header -> {
          TomlTableNode opened = open(header, chain);
          section = opened;
          sectionChain = List.copyOf(chain);
        }
        case Statement.KeyValue pair -> {
          chain.addAll(sectionChain);
          assign(section, pair.key(), pair.value(), chain);
        }
      }
      placed.add(new Tree.Placed(statement, section, chain));
    }
    return new Tree(root, placed);
  }

  private TomlTableNode open(Statement.Header header, List<TomlNode> chain) {
    TomlTableNode table = root;
    List<KeyPart> parents = header.key().subList(0, header.key().size() - 1);
    for (KeyPart part : parents) {
      table = stepInto(table, part, chain);
    }
    KeyPart last = header.key().getLast();
    if (header.array()) {
      return openElement(table, last, chain);
    }
    TomlTableNode opened = stepInto(table, last, chain);
    opened.giveHeader();
    return opened;
  }

  private TomlTableNode stepInto(TomlTableNode table, KeyPart part, List<TomlNode> chain) {
    TomlNode found =
        table.get(part.name()).orElseGet(() -> newTable(table, part, TomlTableNode.Form.IMPLIED));
    found.mentions().add(part);
    chain.add(found);
    return switch (found) {
      case TomlTableNode inner -> inner;
      case TomlArrayNode array when array.items().getLast() instanceof TomlTableNode last -> {
        chain.add(last);
        yield last;
      }
      case TomlArrayNode _, TomlScalarNode _ -> throw differs(found);
    };
  }

  private TomlTableNode openElement(TomlTableNode table, KeyPart part, List<TomlNode> chain) {
    TomlNode found = table.get(part.name()).orElseGet(() -> newArray(table, part));
    if (!(found instanceof TomlArrayNode array)) {
      throw differs(found);
    }
    array.mentions().add(part);
    var element = new TomlTableNode(elementOrigin(array, part.span()), TomlTableNode.Form.HEADER);
    array.add(element);
    chain.add(array);
    chain.add(element);
    return element;
  }

  private void assign(
      TomlTableNode start, List<KeyPart> key, ValueSyntax value, List<TomlNode> chain) {
    TomlTableNode table = start;
    for (KeyPart part : key.subList(0, key.size() - 1)) {
      TomlTableNode parent = table;
      TomlNode found =
          parent
              .get(part.name())
              .orElseGet(() -> newTable(parent, part, TomlTableNode.Form.DOTTED));
      found.mentions().add(part);
      chain.add(found);
      if (!(found instanceof TomlTableNode inner)) {
        throw differs(found);
      }
      table = inner;
    }
    KeyPart last = key.getLast();
    TomlNode node = node(origin(table, last, value.span()), value);
    node.mentions().add(last);
    table.put(last.name(), node);
    chain.add(node);
  }

  private TomlNode node(TomlNode.Origin origin, ValueSyntax syntax) {
    return switch (syntax) {
      case ValueSyntax.Scalar _ -> new TomlScalarNode(origin, values.at(origin.path()));
      case ValueSyntax.Group group when group.table() -> braces(origin, group);
      case ValueSyntax.Group group -> brackets(origin, group);
    };
  }

  private TomlNode braces(TomlNode.Origin origin, ValueSyntax.Group group) {
    var table = new TomlTableNode(origin, group);
    for (ValueSyntax.Item item : group.items()) {
      assign(table, item.key(), item.value(), new ArrayList<>());
    }
    return table;
  }

  private TomlNode brackets(TomlNode.Origin origin, ValueSyntax.Group group) {
    var array = new TomlArrayNode(origin, group);
    for (ValueSyntax.Item item : group.items()) {
      array.add(node(elementOrigin(array, item.span()), item.value()));
    }
    return array;
  }

  private TomlTableNode newTable(TomlTableNode parent, KeyPart part, TomlTableNode.Form form) {
    var made = new TomlTableNode(origin(parent, part, part.span()), form);
    parent.put(part.name(), made);
    return made;
  }

  private TomlArrayNode newArray(TomlTableNode parent, KeyPart part) {
    var made = new TomlArrayNode(origin(parent, part, part.span()));
    parent.put(part.name(), made);
    return made;
  }

  private TomlNode.Origin origin(TomlTableNode parent, KeyPart part, Span span) {
    TomlPath path = parent.path().key(part.name());
    return new TomlNode.Origin(source, path, span, Optional.of(parent));
  }

  private TomlNode.Origin elementOrigin(TomlArrayNode array, Span span) {
    TomlPath path = array.path().index(array.size());
    return new TomlNode.Origin(source, path, span, Optional.of(array));
  }

  private static IllegalStateException differs(TomlNode node) {
    return new IllegalStateException("scanner and parser differ at " + node.path());
  }
}
