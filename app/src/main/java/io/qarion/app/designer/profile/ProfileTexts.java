package io.qarion.app.designer.profile;

import io.qarion.app.designer.data.Bar;
import io.qarion.app.designer.data.CellText;
import io.qarion.app.designer.i18n.Messages;
import io.qarion.app.designer.i18n.Quantities;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** The figures of columns in words. */
final class ProfileTexts {

  private final Messages messages;
  private final Quantities quantities;

  ProfileTexts(Messages messages) {
    this.messages = messages;
    this.quantities = new Quantities(messages);
  }

  String get(String key) {
    return messages.get(key);
  }

  String nulls(ColumnProfile profile) {
    return messages.get("profile.share", profile.nullShare());
  }

  /** Empty until it is known. */
  String distinct(ColumnProfile profile) {
    return profile.distinct().isPresent() ? quantities.count(profile.distinct().getAsLong()) : "…";
  }

  /** Name and value of each figure that the column has. */
  Map<String, String> figures(ColumnProfile profile) {
    var figures = new LinkedHashMap<String, String>();
    figures.put(get("profile.rows"), quantities.count(profile.rows()));
    figures.put(
        get("profile.nulls"), quantities.count(profile.nulls()) + " (" + nulls(profile) + ")");
    figures.put(get("profile.distinct"), distinct(profile));
    profile
        .lowest()
        .ifPresent(value -> figures.put(get("profile.lowest"), CellText.of(value).text()));
    profile
        .highest()
        .ifPresent(value -> figures.put(get("profile.highest"), CellText.of(value).text()));
    put(figures, "profile.mean", profile.spread().mean());
    put(figures, "profile.deviation", profile.spread().deviation());
    profile
        .lengths()
        .shortest()
        .ifPresent(length -> figures.put(get("profile.shortest"), quantities.count(length)));
    profile
        .lengths()
        .longest()
        .ifPresent(length -> figures.put(get("profile.longest"), quantities.count(length)));
    return figures;
  }

  String count(Bar bar) {
    return quantities.count(bar.count());
  }

  String bar(Bar bar) {
    return messages.get("profile.bar", bar.label(), bar.count());
  }

  private void put(Map<String, String> figures, String key, OptionalDouble value) {
    value.ifPresent(number -> figures.put(get(key), messages.get("profile.number", number)));
  }
}
