package io.opslore.ingest.tika;

import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Writes what Tika finds in a paged document as plain text, and where each page begins. */
final class PageText extends DefaultHandler {

    private final Output output;
    private final List<Integer> pageFirstLines = new ArrayList<>();
    private boolean inBody;
    private boolean inParagraph;

    PageText(int limit) {
        output = new Output(limit);
    }

    Output output() {
        return output;
    }

    List<Integer> pageFirstLines() {
        return pageFirstLines;
    }

    @Override
    public void startElement(String uri, String name, String qName, Attributes attributes)
            throws SAXException {
        if (name.equals("body")) {
            inBody = true;
        } else if (name.equals("div") && "page".equals(attributes.getValue("class"))) {
            output.blankLine();
            pageFirstLines.add(output.line());
        } else if (name.equals("p")) {
            inParagraph = true;
            startParagraph();
        }
    }

    private void startParagraph() throws SAXException {
        boolean pageStart = !pageFirstLines.isEmpty() && pageFirstLines.getLast() == output.line();
        if (!pageStart) {
            output.blankLine();
        }
    }

    @Override
    public void endElement(String uri, String name, String qName) throws SAXException {
        inParagraph &= !name.equals("p");
        if (name.equals("div") || name.equals("p")) {
            output.newLine();
        }
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        if (inBody) {
            output.append(new String(text, start, length));
        }
    }

    @Override
    public void ignorableWhitespace(char[] text, int start, int length) throws SAXException {
        // Inside a paragraph these are the line ends of the page; elsewhere, of the XHTML.
        if (inParagraph) {
            characters(text, start, length);
        }
    }
}
