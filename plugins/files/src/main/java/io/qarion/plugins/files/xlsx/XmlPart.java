package io.qarion.plugins.files.xlsx;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import io.qarion.core.problem.QarionException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A part of a workbook, read tag by tag. */
final class XmlPart implements AutoCloseable {

  private static final Pattern PLACE =
      Pattern.compile(" at \\[row,col \\{unknown-source\\}\\]: \\[([0-9]+),([0-9]+)\\]$");
  private static final String LAZY = "com.ctc.wstx.lazyParsing";
  private static final XMLInputFactory FACTORY = newFactory();
  private static final int DEEPEST = 100;
  private static final int LONGEST_TEXT = 1 << 20;

  private final String name;
  private final PartStream in;
  private final XMLStreamReader reader;
  private final WorkbookProblems problems;
  private int depth;

  XmlPart(String name, PartStream in, WorkbookProblems problems) {
    this.name = name;
    this.in = in;
    this.problems = problems;
    try {
      this.reader = FACTORY.createXMLStreamReader(in);
    } catch (XMLStreamException e) {
      throw damaged(e);
    }
  }

  /**
   * Nothing outside the part is ever looked at. Java's own parser refuses large sheets by limits
   * that are not ours, and is slow.
   */
  private static XMLInputFactory newFactory() {
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    // Otherwise what is wrong with a text is thrown where no one expects it.
    factory.setProperty(LAZY, false);
    return factory;
  }

  /** Goes on to the next begin or end of an element; false at the end of the part. */
  boolean next() {
    try {
      while (reader.hasNext()) {
        int event = step();
        if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
          return true;
        }
      }
      return false;
    } catch (XMLStreamException e) {
      throw damaged(e);
    }
  }

  /** Goes on to the next begin of one of some elements, inside whatever it is. */
  boolean nextStart(String... names) {
    while (next()) {
      for (String wanted : names) {
        if (isStart(wanted)) {
          return true;
        }
      }
    }
    return false;
  }

  boolean isStart(String element) {
    return reader.isStartElement() && reader.getLocalName().equals(element);
  }

  boolean isEnd(String element) {
    return reader.isEndElement() && reader.getLocalName().equals(element);
  }

  Optional<String> attribute(String attribute) {
    return Optional.ofNullable(reader.getAttributeValue("", attribute));
  }

  /** An attribute of any namespace, which differs between the two kinds of workbooks. */
  Optional<String> qualified(String attribute) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributePrefix(i) != null
          && !reader.getAttributePrefix(i).isEmpty()
          && reader.getAttributeLocalName(i).equals(attribute)) {
        return Optional.of(reader.getAttributeValue(i));
      }
    }
    return Optional.empty();
  }

  /** The text up to the end of the element that has just begun. */
  String text() {
    var text = new StringBuilder();
    int inside = depth;
    try {
      while (depth >= inside && reader.hasNext()) {
        int event = step();
        if (event == XMLStreamConstants.CHARACTERS
            || event == XMLStreamConstants.CDATA
            || event == XMLStreamConstants.SPACE) {
          text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
          if (text.length() > LONGEST_TEXT) {
            throw problems.tooLarge("a text in " + name + " has more than a million signs");
          }
        }
      }
    } catch (XMLStreamException e) {
      throw damaged(e);
    }
    return text.toString();
  }

  /** Reads what is left, so that all of the part is known to be whole. */
  void finish() {
    boolean more = true;
    while (more) {
      more = next();
    }
    try {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  private int step() throws XMLStreamException {
    int event = reader.next();
    if (event == XMLStreamConstants.START_ELEMENT) {
      depth++;
      if (depth > DEEPEST) {
        throw problems.damaged(name + " has more than %d levels".formatted(DEEPEST));
      }
    } else if (event == XMLStreamConstants.END_ELEMENT) {
      depth--;
    }
    return event;
  }

  private QarionException damaged(Exception cause) {
    String reason = String.valueOf(cause.getMessage()).replaceAll("\\s+", " ").strip();
    return problems.damaged(
        "%s can't be read, %s"
            .formatted(name, PLACE.matcher(reason).replaceFirst(", at row $1, sign $2")),
        cause);
  }

  @Override
  public void close() {
    try {
      reader.close();
      in.release();
    } catch (XMLStreamException | IOException e) {
      throw damaged(e);
    }
  }
}
