package io.opslore.kit;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Leads an AsciiDoc text's references to its own sections: by the names given to these, or not. */
final class AsciiDocReferences {

    private static final Pattern HEADING = Pattern.compile("={1,6}\\s+(.+?)\\s*");
    private static final Pattern ANCHOR =
            Pattern.compile("\\[\\[([^\\],]+)[^\\]]*]]\\s*|\\[#([\\w-]+)[^\\]]*]\\s*");
    private static final Pattern REFERENCE = Pattern.compile("<<#?([^,>]+)(?:,\\s*([^>]*))?>>");

    private final Map<String, String> headings = new HashMap<>();

    AsciiDocReferences(String text) {
        String[] named = {""};
        text.lines()
                .forEach(line -> {
                    Matcher anchor = ANCHOR.matcher(line);
                    Matcher heading = HEADING.matcher(line);
                    if (anchor.matches()) {
                        named[0] = anchor.group(1) == null ? anchor.group(2) : anchor.group(1);
                    } else if (heading.matches()) {
                        String words = heading.group(1);
                        headings.putIfAbsent(
                                "_" + HeadingAnchors.slug(words).replace('-', '_'), words);
                        headings.putIfAbsent(words, words);
                        headings.put(named[0], words);
                        named[0] = "";
                    }
                });
        headings.remove("");
    }

    /** What refers to no section stays for others to write. */
    String linked(String line) {
        return REFERENCE
                .matcher(line)
                .replaceAll(found -> {
                    String heading = headings.get(found.group(1).strip());
                    if (heading == null) {
                        return Matcher.quoteReplacement(found.group());
                    }
                    String words = found.group(2) == null ? heading : found.group(2);
                    return Matcher.quoteReplacement(
                            "[" + words + "](#" + HeadingAnchors.slug(heading) + ")");
                });
    }
}
