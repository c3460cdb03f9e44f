package io.qarion.core.toml;

import java.util.List;

/** What a file says, and which statement says what. */
record Tree(TomlTableNode root, List<Placed> statements) {

  Tree {
    statements = List.copyOf(statements);
  }

  /**
   * A statement with the nodes it names, from the outermost.
   *
   * @param section the table whose header stands above
   * @param chain the nodes of the header above, if it is no header, and those of its own key
   */
  record Placed(Statement statement, TomlTableNode section, List<TomlNode> chain) {

    Placed {
      chain = List.copyOf(chain);
    }

    boolean isAbout(TomlNode node) {
      return node.path().isRoot() || chain.stream().anyMatch(named -> named == node);
    }
  }
}
