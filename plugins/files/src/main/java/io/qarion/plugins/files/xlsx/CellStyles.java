package io.qarion.plugins.files.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the styles of cells say of their numbers.
 *
 * @param moments by the number of the style
 */
record CellStyles(List<Moment> moments) {

  private static final int MOST = 1 << 20;

  CellStyles {
    moments = List.copyOf(moments);
  }

  static CellStyles of(WorkbookPackage file, WorkbookContents contents) {
    if (contents.styles().filter(file::has).isEmpty()) {
      return new CellStyles(List.of());
    }
    Map<String, Moment> formats = new HashMap<>();
    var moments = new ArrayList<Moment>();
    boolean ofCells = false;
    try (XmlPart xml = file.part(contents.styles().get(), WorkbookPackage.SMALL)) {
      while (xml.next() && moments.size() < MOST) {
        if (xml.isStart("numFmt")) {
          formats.put(
              xml.attribute("numFmtId").orElse(""),
              Moment.of(xml.attribute("formatCode").orElse("")));
        } else if (xml.isStart("cellXfs")) {
          ofCells = true;
        } else if (xml.isEnd("cellXfs")) {
          ofCells = false;
        } else if (ofCells && xml.isStart("xf")) {
          String id = xml.attribute("numFmtId").orElse("0");
          moments.add(formats.getOrDefault(id, Moment.of(number(id))));
        }
      }
      xml.finish();
    }
    return new CellStyles(moments);
  }

  Moment moment(String style) {
    int number = number(style);
    return number >= 0 && number < moments.size() ? moments.get(number) : Moment.NONE;
  }

  /** -1 for what is no number of a style. */
  private static int number(String text) {
    if (text.isEmpty() || text.length() > 7) {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
