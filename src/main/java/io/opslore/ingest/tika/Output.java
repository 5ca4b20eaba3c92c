package io.opslore.ingest.tika;

import org.xml.sax.SAXException;

/** Collects text up to a limit and keeps count of its lines. */
final class Output {

    private final int limit;
    private final StringBuilder text = new StringBuilder();
    private int line = 1;
    private boolean full;

    Output(int limit) {
        this.limit = limit;
    }

    /** Line ends become {@code \n}; other control characters become blanks. */
    void append(CharSequence more) throws SAXException {
        requireRoom(more.length());
        for (int i = 0; i < more.length(); i++) {
            char c = more.charAt(i);
            boolean lineEnd = c == '\n' || c == '\r';
            line += lineEnd ? 1 : 0;
            text.append(lineEnd ? '\n' : Character.isISOControl(c) && c != '\t' ? ' ' : c);
        }
    }

    /** Throws if so much more would be too much. */
    void requireRoom(int more) throws SAXException {
        if (text.length() + more > limit) {
            full = true;
            throw new SAXException("The text is longer than " + limit + " characters");
        }
    }

    /** Makes the next text begin behind a blank line, unless nothing was written yet. */
    void blankLine() throws SAXException {
        if (!text.isEmpty()) {
            lineEnds(2);
        }
    }

    /** Makes the next text begin on a line of its own. */
    void newLine() throws SAXException {
        if (!text.isEmpty()) {
            lineEnds(1);
        }
    }

    /** The line, from 1, on which the next text will stand. */
    int line() {
        return line;
    }

    boolean isFull() {
        return full;
    }

    String text() {
        return text.toString().stripTrailing() + "\n";
    }

    private void lineEnds(int wanted) throws SAXException {
        int present = 0;
        while (present < wanted
                && text.length() > present
                && text.charAt(text.length() - 1 - present) == '\n') {
            present++;
        }
        append("\n".repeat(wanted - present));
    }
}
