package io.opslore.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.swing.text.Segment;
import org.fife.ui.rsyntaxtextarea.Token;
import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.fife.ui.rsyntaxtextarea.TokenMakerFactory;
import org.fife.ui.rsyntaxtextarea.TokenTypes;
import org.fife.ui.rsyntaxtextarea.modes.YamlTokenMaker;

/**
 * Colours code on the server: each line becomes HTML of {@code span}s whose classes the style sheet
 * colours. Uses only the scanners of RSyntaxTextArea, no component of it. Thread-safe.
 */
public final class CodeHighlighter {

    /** The classes that a token may get. */
    static final Set<String> CLASSES =
            Set.of(
                    "t-comment",
                    "t-keyword",
                    "t-name",
                    "t-literal",
                    "t-string",
                    "t-variable",
                    "t-tag",
                    "t-attribute",
                    "t-meta",
                    "t-type");

    /** Beyond this, colour is not worth the time it takes. */
    private static final int MOST_CHARACTERS = 1_000_000;

    /** The scanner of YAML leaves keys plain, though they are what a reader looks for. */
    private static final Pattern YAML_KEY =
            Pattern.compile("(\\s*(?:- +)*)([\\w./$-]+|\"[^\"]*\"|'[^']*')(?=:(?:\\s|$))");

    private CodeHighlighter() {}

    /** The HTML of each line, in order, without line ends. An unknown language gives plain text. */
    public static List<String> highlight(List<String> lines, String language) {
        String style = Languages.styleOf(language);
        int length = lines.stream().mapToInt(String::length).sum();
        if (style.isEmpty() || length > MOST_CHARACTERS) {
            return plain(lines);
        }
        try {
            return coloured(lines, TokenMakerFactory.getDefaultInstance().getTokenMaker(style));
        } catch (RuntimeException | Error scannerFailed) {
            // The generated scanners throw java.lang.Error where they lose track; the text still
            // counts.
            if (scannerFailed instanceof VirtualMachineError fatal) {
                throw fatal;
            }
            return plain(lines);
        }
    }

    /** Whether the language is known. */
    public static boolean knows(String language) {
        return !Languages.styleOf(language).isEmpty();
    }

    private static List<String> plain(List<String> lines) {
        return lines.stream().map(CodeHighlighter::escaped).toList();
    }

    private static List<String> coloured(List<String> lines, TokenMaker scanner) {
        List<String> html = new ArrayList<>(lines.size());
        int state = TokenTypes.NULL;
        for (String line : lines) {
            char[] characters = line.toCharArray();
            html.add(withWholePlaceholders(coloured(line, scanner, state), line));
            state = scanner.getLastTokenTypeOnLine(segment(characters), state);
        }
        return html;
    }

    private static String coloured(String line, TokenMaker scanner, int state) {
        Matcher key = YAML_KEY.matcher(line);
        if (scanner instanceof YamlTokenMaker && key.lookingAt()) {
            return escaped(key.group(1))
                    + "<span class=\"t-tag\">"
                    + escaped(key.group(2))
                    + "</span>"
                    + scanned(line.substring(key.end()), scanner, state);
        }
        return scanned(line, scanner, state);
    }

    /** A scanner that cuts one in pieces takes it for something that it is not. */
    private static String withWholePlaceholders(String coloured, String line) {
        boolean cut =
                Placeholders.maybeIn(line)
                        && Placeholders.countIn(coloured) < Placeholders.countIn(escaped(line));
        return cut ? escaped(line) : coloured;
    }

    private static String scanned(String text, TokenMaker scanner, int state) {
        return line(scanner.getTokenList(segment(text.toCharArray()), state, 0), text);
    }

    private static Segment segment(char[] characters) {
        return new Segment(characters, 0, characters.length);
    }

    private static String line(Token first, String source) {
        StringBuilder html = new StringBuilder(source.length() * 2);
        int length = 0;
        for (Token token = first;
                token != null && token.isPaintable();
                token = token.getNextToken()) {
            String text = token.getLexeme();
            length += text.length();
            String style = styleOf(token.getType());
            if (style.isEmpty()) {
                html.append(escaped(text));
            } else {
                html.append("<span class=\"").append(style).append("\">");
                html.append(escaped(text)).append("</span>");
            }
        }
        return length == source.length() ? html.toString() : escaped(source);
    }

    static String escaped(String text) {
        StringBuilder html = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&#34;");
                default -> html.append(c < ' ' && c != '\t' ? '\uFFFD' : c);
            }
        }
        return html.toString();
    }

    private static String styleOf(int type) {
        return switch (type) {
            case TokenTypes.COMMENT_EOL,
                    TokenTypes.COMMENT_MULTILINE,
                    TokenTypes.COMMENT_DOCUMENTATION,
                    TokenTypes.COMMENT_KEYWORD,
                    TokenTypes.COMMENT_MARKUP,
                    TokenTypes.MARKUP_COMMENT ->
                    "t-comment";
            case TokenTypes.RESERVED_WORD, TokenTypes.RESERVED_WORD_2 -> "t-keyword";
            case TokenTypes.FUNCTION -> "t-name";
            case TokenTypes.LITERAL_BOOLEAN,
                    TokenTypes.LITERAL_NUMBER_DECIMAL_INT,
                    TokenTypes.LITERAL_NUMBER_FLOAT,
                    TokenTypes.LITERAL_NUMBER_HEXADECIMAL ->
                    "t-literal";
            case TokenTypes.LITERAL_STRING_DOUBLE_QUOTE,
                    TokenTypes.LITERAL_CHAR,
                    TokenTypes.LITERAL_BACKQUOTE,
                    TokenTypes.REGEX,
                    TokenTypes.ERROR_STRING_DOUBLE,
                    TokenTypes.ERROR_CHAR,
                    TokenTypes.MARKUP_TAG_ATTRIBUTE_VALUE,
                    TokenTypes.MARKUP_CDATA ->
                    "t-string";
            case TokenTypes.VARIABLE, TokenTypes.MARKUP_ENTITY_REFERENCE -> "t-variable";
            case TokenTypes.DATA_TYPE -> "t-type";
            case TokenTypes.MARKUP_TAG_NAME, TokenTypes.MARKUP_TAG_DELIMITER -> "t-tag";
            case TokenTypes.MARKUP_TAG_ATTRIBUTE -> "t-attribute";
            case TokenTypes.ANNOTATION,
                    TokenTypes.PREPROCESSOR,
                    TokenTypes.MARKUP_DTD,
                    TokenTypes.MARKUP_PROCESSING_INSTRUCTION,
                    TokenTypes.MARKUP_CDATA_DELIMITER ->
                    "t-meta";
            default -> "";
        };
    }
}
