package org.cresset.media;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** SVG: drawing alone; no metadata, comments, programs, data of drawing programs or references. */
final class Svg {
  private static final int HEAD = 1024;
  private static final Set<String> NAMESPACES =
      Set.of("", "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink");
  private static final Set<String> REFUSED = Set.of("metadata", "script", "foreignobject");

  private Svg() {}

  static boolean isOne(byte[] content) {
    return Bytes.text(content, 0, Math.min(HEAD, content.length))
        .toLowerCase(Locale.ROOT)
        .contains("<svg");
  }

  static SortedSet<String> hidden(byte[] content) {
    SortedSet<String> found = new TreeSet<>();
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(content));
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> element(xml, found);
          case XMLStreamConstants.COMMENT -> found.add("a comment");
          case XMLStreamConstants.PROCESSING_INSTRUCTION -> found.add("an instruction");
          case XMLStreamConstants.DTD -> found.add("a document type");
          default -> {}
        }
      }
      xml.close();
    } catch (XMLStreamException e) {
      found.add("something that is no XML");
    }
    return found;
  }

  private static void element(XMLStreamReader xml, SortedSet<String> found) {
    String name = xml.getLocalName().toLowerCase(Locale.ROOT);
    String space = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
    if (!NAMESPACES.contains(space)) {
      found.add("data of a drawing program");
    } else if (REFUSED.contains(name)) {
      found.add("<" + name + ">");
    }
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      attribute(xml, i, found);
    }
  }

  private static void attribute(XMLStreamReader xml, int i, SortedSet<String> found) {
    String space = xml.getAttributeNamespace(i) == null ? "" : xml.getAttributeNamespace(i);
    String name = xml.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
    if (!NAMESPACES.contains(space) && !space.equals("http://www.w3.org/XML/1998/namespace")) {
      found.add("data of a drawing program");
    } else if (name.startsWith("on")) {
      found.add("a program in " + name);
    } else if (name.equals("href") && !xml.getAttributeValue(i).startsWith("#")) {
      found.add("a reference to something outside");
    }
  }
}
