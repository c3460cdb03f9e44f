package io.qarion.plugins.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook made part by part, also such as no program would write. */
final class MadeWorkbook {

  private static final String RELATIONS =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s"
          + "</Relationships>";
  private static final String RELATION =
      "<Relationship Id=\"%s\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
          + "relationships/%s\" Target=\"%s\"/>";

  private final Map<String, String> parts = new LinkedHashMap<>();
  private final StringBuilder sheets = new StringBuilder();
  private final StringBuilder relations = new StringBuilder();
  private String properties = "";
  private int count;

  /** A workbook with one sheet. */
  static MadeWorkbook of(String rows) {
    return new MadeWorkbook().sheet("Sheet1", "visible", rows);
  }

  MadeWorkbook() {
    parts.put(
        "_rels/.rels",
        RELATIONS.formatted(RELATION.formatted("r", "officeDocument", "xl/workbook.xml")));
  }

  /**
   * A further sheet.
   *
   * @param rows as XML
   */
  MadeWorkbook sheet(String name, String state, String rows) {
    count++;
    relations.append(
        RELATION.formatted("s" + count, "worksheet", "worksheets/sheet" + count + ".xml"));
    sheets.append(
        "<sheet name=\"%s\" sheetId=\"%d\" state=\"%s\" r:id=\"s%d\"/>"
            .formatted(name, count, state, count));
    return part(
        "xl/worksheets/sheet" + count + ".xml",
        "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
  }

  MadeWorkbook from1904() {
    properties = "<workbookPr date1904=\"1\"/>";
    return this;
  }

  /** Texts that cells refer to, each as XML. */
  MadeWorkbook texts(String... items) {
    relations.append(RELATION.formatted("t", "sharedStrings", "/xl/sharedStrings.xml"));
    var xml = new StringBuilder("<sst>");
    for (String item : items) {
      xml.append("<si>").append(item).append("</si>");
    }
    return part("xl/sharedStrings.xml", xml.append("</sst>").toString());
  }

  /** Styles 1, 2 and so on, each with a format; style 0 has none. */
  MadeWorkbook formats(String... formats) {
    relations.append(RELATION.formatted("f", "styles", "styles.xml"));
    var xml = new StringBuilder("<styleSheet><numFmts>");
    for (int i = 0; i < formats.length; i++) {
      xml.append(
          "<numFmt numFmtId=\"%d\" formatCode=\"%s\"/>"
              .formatted(200 + i, formats[i].replace("\"", "&quot;")));
    }
    xml.append("</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>");
    xml.append("<cellXfs><xf numFmtId=\"0\"/>");
    for (int i = 0; i < formats.length; i++) {
      xml.append("<xf numFmtId=\"%d\"/>".formatted(200 + i));
    }
    return part("xl/styles.xml", xml.append("</cellXfs></styleSheet>").toString());
  }

  MadeWorkbook part(String name, String content) {
    parts.put(name, content);
    return this;
  }

  Path write(Path file) throws IOException {
    return write(file, UnaryOperator.identity());
  }

  /**
   * Writes the file.
   *
   * @param change made to each part before it is packed
   */
  Path write(Path file, UnaryOperator<byte[]> change) throws IOException {
    var all = new LinkedHashMap<>(parts);
    all.putIfAbsent(
        "xl/workbook.xml",
        "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
            + properties
            + "<sheets>"
            + sheets
            + "</sheets></workbook>");
    all.putIfAbsent("xl/_rels/workbook.xml.rels", RELATIONS.formatted(relations));
    try (OutputStream out = Files.newOutputStream(file);
        var zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : all.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(change.apply(part.getValue().getBytes(StandardCharsets.UTF_8)));
        zip.closeEntry();
      }
    }
    return file;
  }

  /** A row with texts in its first cells. */
  static String texts(int row, String... texts) {
    var xml = new StringBuilder("<row r=\"%d\">".formatted(row));
    for (int i = 0; i < texts.length; i++) {
      xml.append(
          "<c r=\"%c%d\" t=\"inlineStr\"><is><t>%s</t></is></c>"
              .formatted((char) ('A' + i), row, texts[i]));
    }
    return xml.append("</row>").toString();
  }

  /** A cell with a number. */
  static String number(String cell, String number, int style) {
    return "<c r=\"%s\" s=\"%d\"><v>%s</v></c>".formatted(cell, style, number);
  }

  /** A cell of another type. */
  static String typed(String cell, String type, String value) {
    return "<c r=\"%s\" t=\"%s\"><v>%s</v></c>".formatted(cell, type, value);
  }

  static String row(int number, String... cells) {
    return "<row r=\"%d\">%s</row>".formatted(number, String.join("", cells));
  }
}
