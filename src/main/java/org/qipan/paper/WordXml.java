package org.qipan.paper;

import java.io.StringWriter;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes one part of a Word file: elements and attributes of its one namespace. */
final class WordXml {

    private static final String PREFIX = "w";
    private static final String SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    WordXml(String root) {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement(PREFIX, root, SPACE);
            xml.writeNamespace(PREFIX, SPACE);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An element that holds what {@code inside} writes. @param attributes name, value … */
    WordXml in(String name, Runnable inside, Object... attributes) {
        try {
            xml.writeStartElement(PREFIX, name, SPACE);
            attributes(attributes);
            inside.run();
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An empty element. */
    WordXml put(String name, Object... attributes) {
        try {
            xml.writeEmptyElement(PREFIX, name, SPACE);
            attributes(attributes);
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Text as it was typed, but for what no XML may hold. */
    void text(String typed) {
        StringBuilder kept = new StringBuilder();
        typed.codePoints()
                .filter(c -> c >= ' ' && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF))
                .forEach(kept::appendCodePoint);
        try {
            xml.writeCharacters(kept.toString());
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    String finish() {
        try {
            xml.writeEndDocument();
            xml.flush();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Relations ({@code r:id}) and what XML itself knows ({@code xml:space}) have namespaces of their own. */
    private void attributes(Object... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            String name = attributes[i].toString();
            if (name.startsWith("r:")) {
                String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
                xml.writeNamespace("r", relations);
                xml.writeAttribute("r", relations, name.substring(2), attributes[i + 1].toString());
            } else if (name.startsWith("xml:")) {
                xml.writeAttribute("xml", XMLConstants.XML_NS_URI, name.substring(4), attributes[i + 1].toString());
            } else {
                xml.writeAttribute(PREFIX, SPACE, name, attributes[i + 1].toString());
            }
        }
    }
}
