package io.opslore.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * The allow-list that everything rendered from text passes: prose, tables, code, links and pictures
 * of the portal's own. No other media, frames, forms, styles or scripts, and no class or id that
 * the portal did not make.
 */
final class SafeHtml {

    static final String ANCHOR_PREFIX = "h-";

    private static final Pattern CLASSES = tokens();
    private static final Pattern ANCHOR =
            Pattern.compile(ANCHOR_PREFIX + "[\\p{L}\\p{N}_-]{1,200}");
    private static final Pattern OUTSIDE =
            Pattern.compile("(?:https?://|mailto:).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Within the portal: no scheme, no host, nothing that a browser could read as either. */
    private static final Pattern INSIDE =
            Pattern.compile("#[\\p{L}\\p{N}_-]+|(?!//)[\\w/-][\\w/.~%=&?-]*(?:#[\\w-]*)?");

    /** An original that the portal hands out, as it says what it is. */
    private static final Pattern PICTURE = Pattern.compile("originals/[0-9a-f-]{36}");

    private static final PolicyFactory POLICY =
            new HtmlPolicyBuilder()
                    .allowElements(
                            "p",
                            "br",
                            "hr",
                            "h1",
                            "h2",
                            "h3",
                            "h4",
                            "h5",
                            "h6",
                            "ul",
                            "ol",
                            "li",
                            "blockquote",
                            "pre",
                            "code",
                            "em",
                            "strong",
                            "del",
                            "table",
                            "thead",
                            "tbody",
                            "tr",
                            "th",
                            "td",
                            "span",
                            "div",
                            "mark")
                    .allowElements(SafeHtml::link, "a")
                    .allowElements(SafeHtml::copyButton, "button")
                    .allowElements(SafeHtml::picture, "img")
                    .allowTextIn("table", "thead", "tbody", "tr")
                    .allowWithoutAttributes("span")
                    .allowUrlProtocols("http", "https", "mailto")
                    .allowAttributes("class")
                    .matching(CLASSES)
                    .globally()
                    .allowAttributes("id")
                    .matching(ANCHOR)
                    .onElements("h1", "h2", "h3", "h4", "h5", "h6")
                    .allowAttributes("href")
                    .matching(SafeHtml::address)
                    .onElements("a")
                    .allowAttributes("src")
                    .matching(PICTURE)
                    .onElements("img")
                    .allowAttributes("alt")
                    .onElements("img")
                    .allowAttributes("loading")
                    .matching(false, "lazy")
                    .onElements("img")
                    .allowAttributes("data-cite")
                    .matching(Pattern.compile("[0-9]{1,4}"))
                    .onElements("a")
                    .allowAttributes("align")
                    .matching(false, "left", "center", "right")
                    .onElements("th", "td")
                    .allowAttributes("start")
                    .matching(Pattern.compile("[0-9]{1,9}"))
                    .onElements("ol")
                    .allowAttributes("type")
                    .matching(false, "button")
                    .onElements("button")
                    .allowAttributes("aria-label", "title")
                    .onElements("button", "a")
                    .toFactory();

    private SafeHtml() {}

    static String sanitised(String html) {
        return POLICY.sanitize(html);
    }

    /** Whether a link leaves the portal; such a one leads to the page that warns of it. */
    static boolean isOutside(String address) {
        return OUTSIDE.matcher(address.strip()).matches();
    }

    private static @Nullable String address(String element, String attribute, String value) {
        return isOutside(value) || INSIDE.matcher(value).matches() ? value : null;
    }

    private static String link(String element, List<String> attributes) {
        String address = valueOf("href", attributes);
        if (isOutside(address)) {
            attributes.clear();
            attributes.addAll(List.of("href", OutsideAddress.leaving(address), "title", address));
            attributes.addAll(List.of("class", "outside", "target", "_blank"));
            attributes.addAll(List.of("rel", "noopener noreferrer nofollow"));
        }
        return address.isEmpty() ? "span" : element;
    }

    private static @Nullable String copyButton(String element, List<String> attributes) {
        return valueOf("class", attributes).equals("copy-code") ? element : null;
    }

    private static @Nullable String picture(String element, List<String> attributes) {
        return valueOf("src", attributes).isEmpty() ? null : element;
    }

    private static String valueOf(String name, List<String> attributes) {
        for (int i = 0; i + 1 < attributes.size(); i += 2) {
            if (attributes.get(i).toLowerCase(Locale.ROOT).equals(name)) {
                return attributes.get(i + 1);
            }
        }
        return "";
    }

    private static Pattern tokens() {
        List<String> classes =
                new ArrayList<>(
                        Set.of(
                                "code",
                                "code-head",
                                "code-language",
                                "copy-code",
                                "line",
                                "cited",
                                "unsupported",
                                "cite",
                                "outside",
                                "image",
                                "picture",
                                "task",
                                "mermaid",
                                "heading-link",
                                "admonition",
                                "admonition-title",
                                "table"));
        for (NoteKind kind : NoteKind.values()) {
            classes.add(kind.cssClass());
        }
        classes.addAll(CodeHighlighter.CLASSES);
        String one = "(?:" + String.join("|", classes) + ")";
        return Pattern.compile(one + "(?: " + one + ")*");
    }
}
