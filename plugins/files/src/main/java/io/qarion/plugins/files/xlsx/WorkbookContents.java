package io.qarion.plugins.files.xlsx;

import io.qarion.core.problem.QarionException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a workbook says of itself.
 *
 * @param from1904 whether its days count from 1904 and not from 1900
 * @param sharedStrings name of the part with the texts of all sheets
 * @param styles name of the part with the looks of cells
 */
record WorkbookContents(
    List<SheetEntry> sheets,
    boolean from1904,
    Optional<String> sharedStrings,
    Optional<String> styles) {

  private static final String USUAL = "xl/workbook.xml";

  WorkbookContents {
    sheets = List.copyOf(sheets);
  }

  /**
   * A sheet with cells.
   *
   * @param number its place among the sheets, from 1, hidden ones counted
   */
  record SheetEntry(String name, int number, boolean hidden, String part) {}

  /** What another part is, and where. */
  private record Target(String type, String part) {}

  static WorkbookContents of(WorkbookPackage file) {
    String workbook =
        targets(file, "").values().stream()
            .filter(target -> target.type().equals("officeDocument"))
            .map(Target::part)
            .findFirst()
            .orElse(USUAL);
    if (workbook.toLowerCase(Locale.ROOT).endsWith(".bin")) {
      throw file.problems()
          .of("file.format", "The file is a binary workbook (.xlsb).", "Save it as .xlsx or CSV.");
    }
    if (!file.has(workbook)) {
      throw noWorkbook(file);
    }
    Map<String, Target> targets = targets(file, workbook);
    var sheets = new ArrayList<SheetEntry>();
    boolean from1904 = false;
    try (XmlPart xml = file.part(workbook, WorkbookPackage.SMALL)) {
      if (!xml.next() || !xml.isStart("workbook")) {
        throw noWorkbook(file);
      }
      while (xml.nextStart("workbookPr", "sheet")) {
        if (xml.isStart("sheet")) {
          sheet(xml, targets, sheets.size() + 1).ifPresent(sheets::add);
        } else {
          from1904 = xml.attribute("date1904").filter(WorkbookContents::isTrue).isPresent();
        }
      }
      xml.finish();
    }
    if (sheets.isEmpty()) {
      throw file.problems().damaged("it has no sheet with cells");
    }
    return new WorkbookContents(
        sheets, from1904, part(targets, "sharedStrings"), part(targets, "styles"));
  }

  private static Optional<SheetEntry> sheet(XmlPart xml, Map<String, Target> targets, int number) {
    String name = xml.attribute("name").orElse("");
    boolean hidden = xml.attribute("state").filter(state -> !state.equals("visible")).isPresent();
    return xml.qualified("id")
        .map(targets::get)
        .filter(target -> target.type().equals("worksheet"))
        .map(target -> new SheetEntry(name, number, hidden, target.part()));
  }

  private static Optional<String> part(Map<String, Target> targets, String type) {
    return targets.values().stream()
        .filter(target -> target.type().equals(type))
        .map(Target::part)
        .findFirst();
  }

  /** What a part refers to, by its ids; empty if it refers to nothing. */
  private static Map<String, Target> targets(WorkbookPackage file, String part) {
    String folder = part.substring(0, part.lastIndexOf('/') + 1);
    String name = folder + "_rels/" + part.substring(folder.length()) + ".rels";
    Map<String, Target> targets = new LinkedHashMap<>();
    if (!file.has(name)) {
      return targets;
    }
    try (XmlPart xml = file.part(name, WorkbookPackage.SMALL)) {
      while (xml.nextStart("Relationship")) {
        String type = xml.attribute("Type").orElse("");
        String target = xml.attribute("Target").orElse("");
        targets.put(
            xml.attribute("Id").orElse(""),
            new Target(type.substring(type.lastIndexOf('/') + 1), resolved(folder, target)));
      }
      xml.finish();
    }
    return targets;
  }

  private static String resolved(String folder, String target) {
    String path = target.startsWith("/") ? target.substring(1) : folder + target;
    var names = new ArrayList<String>();
    for (String name : path.split("/", -1)) {
      if (name.equals("..") && !names.isEmpty()) {
        names.removeLast();
      } else if (!name.equals(".")) {
        names.add(name);
      }
    }
    return String.join("/", names);
  }

  private static boolean isTrue(String text) {
    return text.equals("1") || text.equals("true");
  }

  private static QarionException noWorkbook(WorkbookPackage file) {
    return file.problems()
        .of(
            "file.format",
            "The file is an archive, but no workbook.",
            "Save it as .xlsx, or write format = with what it is.");
  }
}
