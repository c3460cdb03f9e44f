package io.qarion.core.toml;

import io.qarion.core.problem.Place;
import io.qarion.core.problem.Problem;
import io.qarion.core.problem.QarionException;
import io.qarion.core.problem.QuickFix;
import io.qarion.core.problem.Span;
import java.util.List;
import java.util.Optional;

/** Makes the changes of quick fixes, each as the smallest change of the text. */
public final class QuickFixes {

  private QuickFixes() {}

  /** Whether the text still is what the fix was made for. */
  public static boolean fits(TomlDocument document, QuickFix fix) {
    try {
      return document.isValid() && changed(document, fix).isPresent();
    } catch (QarionException e) {
      // An edit that is refused is no way out; whoever still asks for it is told why.
      return false;
    }
  }

  /** The document without the mistake; refused if it is not there any more. */
  public static TomlDocument apply(TomlDocument document, QuickFix fix) {
    return changed(document, fix)
        .orElseThrow(() ->
            new QarionException(
                Problem.error(
                    "fix.outdated",
                    Place.of(fix.element()),
                    "The text has changed since this was found.",
                    "Choose the fix again when the flow has been checked.")));
  }

  private static Optional<TomlDocument> changed(TomlDocument document, QuickFix fix) {
    return new ElementPlaces(document)
        .node(fix.element())
        .flatMap(node ->
            switch (fix) {
              case QuickFix.Rename(String _, String written, String meant) ->
                  named(node, written)
                      .filter(key -> document.find(key.path().parent().key(meant)).isEmpty())
                      .map(key -> document.rename(key.path(), meant));
              case QuickFix.Remove(String _, String written) ->
                  named(node, written).map(key -> document.remove(key.path()));
              case QuickFix.Replace(String _, String written, String meant) ->
                  replaced(document, node, written, meant);
              case QuickFix.ReplacePart part -> partReplaced(document, node, part);
            });
  }

  private static Optional<TomlNode> named(TomlNode node, String key) {
    boolean same =
        !node.path().isRoot()
            && node.path().last() instanceof TomlPath.Key(String name)
            && name.equals(key);
    return same ? Optional.of(node) : Optional.empty();
  }

  private static Optional<TomlDocument> replaced(
      TomlDocument document, TomlNode node, String written, String meant) {
    List<TomlNode> entries = node instanceof TomlArrayNode array ? array.items() : List.of(node);
    List<TomlPath> wrong =
        entries.stream()
            .filter(entry -> entry.value().equals(new TomlValue.Text(written)))
            .map(TomlNode::path)
            .toList();
    TomlDocument mended = document;
    for (TomlPath path : wrong) {
      mended = mended.set(path, new TomlValue.Text(meant));
    }
    return wrong.isEmpty() ? Optional.empty() : Optional.of(mended);
  }

  private static Optional<TomlDocument> partReplaced(
      TomlDocument document, TomlNode node, QuickFix.ReplacePart fix) {
    return textAt(node, fix.part()).flatMap(found -> partReplaced(document, found, fix));
  }

  private static Optional<TomlDocument> partReplaced(
      TomlDocument document, Found found, QuickFix.ReplacePart fix) {
    Span part = found.part();
    if (!(found.node().value() instanceof TomlValue.Text(String text))
        || !text.substring(part.start(), part.end()).contains(fix.written())) {
      return Optional.empty();
    }
    var wanted =
        new TomlValue.Text(
            text.substring(0, part.start()) + fix.meant() + text.substring(part.end()));
    var edit =
        new TextEdit(
            found.node().offsetOf(part.start()), found.node().offsetOf(part.end()), fix.meant());
    TomlDocument direct = document.withText(TextEdit.apply(document.text(), List.of(edit)));
    boolean exact =
        direct.isValid()
            && direct
                .find(found.node().path())
                .filter(now -> now.value().equals(wanted))
                .isPresent();
    // A name with a quote or a backslash in it needs the whole text spelled anew.
    return Optional.of(exact ? direct : document.set(found.node().path(), wanted));
  }

  /** A text, and which part of it is meant. */
  private record Found(TomlScalarNode node, Span part) {}

  /** As in {@link TextPosition}, a list of texts counts as one text. */
  private static Optional<Found> textAt(TomlNode node, Span part) {
    List<TomlNode> texts = node instanceof TomlArrayNode array ? array.items() : List.of(node);
    int before = 0;
    for (TomlNode item : texts) {
      int length = Scalars.text(item).orElse("").length();
      if (part.start() >= before
          && part.end() <= before + length
          && item instanceof TomlScalarNode scalar) {
        return Optional.of(new Found(scalar, new Span(part.start() - before, part.end() - before)));
      }
      before += length + FieldReader.ORDER_SEPARATOR.length();
    }
    return Optional.empty();
  }
}
