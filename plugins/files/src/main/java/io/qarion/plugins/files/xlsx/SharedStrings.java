package io.qarion.plugins.files.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The texts that cells refer to by number, read as far as they are asked for. */
final class SharedStrings implements AutoCloseable {

  private static final long MOST_SIGNS = 200_000_000;
  private static final int MOST_TEXTS = 20_000_000;

  private final Optional<XmlPart> xml;
  private final WorkbookProblems problems;
  private final List<String> texts = new ArrayList<>();
  private long signs;

  SharedStrings(WorkbookPackage file, WorkbookContents contents) {
    this.problems = file.problems();
    this.xml =
        contents
            .sharedStrings()
            .filter(file::has)
            .map(part -> file.part(part, WorkbookPackage.LARGE));
  }

  /**
   * A text.
   *
   * @param number from 0
   */
  String text(int number) {
    while (number >= texts.size()) {
      if (xml.isEmpty() || !xml.get().nextStart("si")) {
        throw problems.damaged("a cell refers to text %,d, which is not there".formatted(number));
      }
      add(item(xml.get(), "si"));
    }
    return texts.get(number);
  }

  private void add(String text) {
    signs += text.length();
    if (signs > MOST_SIGNS || texts.size() >= MOST_TEXTS) {
      throw problems.tooLarge("its texts need more memory than is good");
    }
    texts.add(text);
  }

  /** The runs of a text, one after the other, without how it is pronounced. */
  static String item(XmlPart xml, String element) {
    String first = "";
    StringBuilder more = new StringBuilder();
    while (!xml.isEnd(element) && xml.next()) {
      if (xml.isStart("t")) {
        String text = xml.text();
        if (first.isEmpty() && more.isEmpty()) {
          first = text;
        } else {
          more.append(text);
        }
      } else if (xml.isStart("rPh")) {
        var _ = xml.text();
      }
    }
    return ExcelText.decoded(more.isEmpty() ? first : first + more);
  }

  /** Knows that the part is whole, as far as anything of it was asked for. */
  void finish() {
    if (!texts.isEmpty()) {
      xml.ifPresent(XmlPart::finish);
    }
  }

  @Override
  public void close() {
    xml.ifPresent(XmlPart::close);
  }
}
