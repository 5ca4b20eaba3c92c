package io.opslore.kit;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Names headings the way links within a text expect it; one for each rendering. */
final class HeadingAnchors {

    private static final Pattern DROPPED = Pattern.compile("[^\\p{L}\\p{N}\\s_-]");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Map<String, Integer> used = new HashMap<>();

    /** The id of the next heading of this text. */
    String next(String heading) {
        String slug = slug(heading);
        int before = used.merge(slug, 1, Integer::sum) - 1;
        return SafeHtml.ANCHOR_PREFIX + (before == 0 ? slug : slug + "-" + before);
    }

    static String slug(String heading) {
        String kept = DROPPED.matcher(heading.strip().toLowerCase(Locale.ROOT)).replaceAll("");
        return SPACES.matcher(kept).replaceAll("-");
    }
}
