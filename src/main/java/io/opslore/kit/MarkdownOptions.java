package io.opslore.kit;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a Markdown text is to be shown. Immutable; begin with {@link #plain}.
 *
 * @param citations the address that each citation marker leads to; other markers stay text
 * @param flagged pieces of the source, verbatim, that are marked as not borne out
 * @param cited source lines to highlight
 * @param links turns a relative link, or one to a heading ({@code #why}), into an address within
 *     the portal, or into the empty text to show it as plain text
 * @param images turns an image's relative address into that of a picture of the portal's own, or
 *     into the empty text to show only its description
 * @param anchors whether headings can be linked to; only one text on a page may have them
 * @param labels the words that the rendering adds
 */
public record MarkdownOptions(
        Map<Integer, String> citations,
        List<String> flagged,
        @Nullable Lines cited,
        UnaryOperator<String> links,
        UnaryOperator<String> images,
        boolean anchors,
        Labels labels) {

    public MarkdownOptions {
        citations = Map.copyOf(citations);
        flagged = List.copyOf(flagged);
    }

    /** No citations, no anchors, relative links as plain text. */
    public static MarkdownOptions plain(Labels labels) {
        return new MarkdownOptions(
                Map.of(), List.of(), null, link -> "", image -> "", false, labels);
    }

    /** The same with citation links and flagged sentences. */
    public MarkdownOptions citing(Map<Integer, String> targets, List<String> flaggedSentences) {
        return new MarkdownOptions(
                targets, flaggedSentences, cited, links, images, anchors, labels);
    }

    /** The same with the given lines highlighted. */
    public MarkdownOptions highlighting(@Nullable Lines lines) {
        return new MarkdownOptions(citations, flagged, lines, links, images, anchors, labels);
    }

    /** The same with headings that can be linked to and relative links resolved. */
    public MarkdownOptions linking(UnaryOperator<String> resolver) {
        return new MarkdownOptions(citations, flagged, cited, resolver, images, true, labels);
    }

    /** The same with pictures of the portal's own shown. */
    public MarkdownOptions picturing(UnaryOperator<String> resolver) {
        return new MarkdownOptions(citations, flagged, cited, links, resolver, anchors, labels);
    }

    /**
     * Words in the reader's language.
     *
     * @param copy names the button that copies a code block
     * @param image stands before the description of an image that is not shown
     * @param link names what links to a heading
     * @param notes the title of a note, by its kind: {@code NOTE} and so on
     */
    public record Labels(String copy, String image, String link, UnaryOperator<String> notes) {}
}
