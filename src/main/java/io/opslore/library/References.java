package io.opslore.library;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the documents that decision records mean when they name one another: by the path of a link,
 * a file's name, a number, or a title. Where that could be several, those in the same folder are
 * meant; where it is still not one, none is.
 */
final class References {

    /** A document that may be meant. */
    record Target(UUID id, String path, String title) {}

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern LINK =
            Pattern.compile(
                    "\\]\\(\\s*<?([^)\\s>]+)|(?:link|xref):([^\\[\\s]+)\\[|<<([^,>]+)"
                            + "|(?:^|\\s)(\\S+\\.(?:md|markdown|adoc|asciidoc|txt|rst))\\b",
                    FLAGS);
    private static final Pattern LABEL = Pattern.compile("\\[([^\\]]*)\\]");
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?:adr|rfc|record|decision|решени\\p{L}*|запис\\p{L}*|№|#)[-\\s_#№:]*0*(\\d{1,6})(?!\\d)"
                            + "|^[^\\p{L}\\d]*0*(\\d{1,6})(?!\\d)",
                    FLAGS);
    private static final Pattern FILE_NUMBER =
            Pattern.compile(
                    "(?!\\d{4}-\\d\\d-\\d\\d)(?:adr|rfc)?[-_ ]*0*(\\d{1,6})(?:[-_. ].*)?", FLAGS);
    private static final Pattern TITLE_NUMBER =
            Pattern.compile("(?:(?:adr|rfc)[-\\s#№]*0*(\\d{1,6})\\b|0*(\\d{1,6})[.:]).*", FLAGS);
    private static final Pattern TITLE_START =
            Pattern.compile(
                    "^[^\\p{L}\\d]*(?:(?:adr|rfc)[-\\s#№]*)?(?:\\d{1,6}\\s*[.:—-]*\\s*)?", FLAGS);

    private final Collection<Target> targets;

    References(Collection<Target> targets) {
        this.targets = List.copyOf(targets);
    }

    /**
     * @param from the path of the document that says so
     */
    Optional<UUID> find(String reference, String from) {
        String folder = folder(from);
        Optional<String> link = link(reference);
        return link.flatMap(path -> one(folder, target -> isAt(target, resolve(folder, path))))
                .or(() -> link.flatMap(path -> one(folder, target -> isCalled(target, path))))
                .or(() -> byNumber(label(reference), folder))
                .or(() -> byTitle(label(reference), folder))
                .map(Target::id);
    }

    private Optional<Target> byNumber(String label, String folder) {
        return number(NUMBER, label, false)
                .flatMap(number ->
                        one(folder, target -> numberOf(target).equals(Optional.of(number))));
    }

    private Optional<Target> byTitle(String label, String folder) {
        String title = plain(label);
        return title.isEmpty()
                ? Optional.empty()
                : one(folder, target -> plain(target.title()).equals(title));
    }

    private Optional<Target> one(String folder, Predicate<Target> meant) {
        List<Target> all = targets.stream().filter(meant).toList();
        List<Target> near =
                all.stream().filter(target -> folder(target.path()).equals(folder)).toList();
        List<Target> best = near.isEmpty() ? all : near;
        return best.size() == 1 ? Optional.of(best.getFirst()) : Optional.empty();
    }

    private static Optional<String> link(String reference) {
        Matcher link = LINK.matcher(reference);
        if (!link.find()) {
            return Optional.empty();
        }
        for (int group = 1; group <= link.groupCount(); group++) {
            if (link.group(group) != null) {
                return Optional.of(decoded(link.group(group).replaceAll("[#?].*", "")))
                        .filter(path -> !path.isBlank());
            }
        }
        return Optional.empty();
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }

    private static boolean isAt(Target target, String path) {
        return target.path().equals(path) || withoutExtension(target.path()).equals(path);
    }

    private static boolean isCalled(Target target, String path) {
        String name = fileName(path);
        return fileName(target.path()).equalsIgnoreCase(name)
                || withoutExtension(fileName(target.path())).equalsIgnoreCase(name);
    }

    private static String resolve(String folder, String link) {
        Deque<String> parts = new ArrayDeque<>();
        String path = link.startsWith("/") || folder.isEmpty() ? link : folder + "/" + link;
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    private static Optional<String> numberOf(Target target) {
        return number(FILE_NUMBER, fileName(target.path()), true)
                .or(() -> number(TITLE_NUMBER, target.title(), true));
    }

    private static Optional<String> number(Pattern pattern, String text, boolean whole) {
        Matcher found = pattern.matcher(text);
        if (!(whole ? found.matches() : found.find())) {
            return Optional.empty();
        }
        boolean first = found.groupCount() == 1 || found.group(1) != null;
        return Optional.of(found.group(first ? 1 : 2));
    }

    private static String label(String reference) {
        Matcher label = LABEL.matcher(reference);
        return label.find() && !label.group(1).isBlank() ? label.group(1) : reference;
    }

    /** A title without number and marks. */
    private static String plain(String title) {
        return TITLE_START
                .matcher(title)
                .replaceFirst("")
                .replaceAll("[*_`\"«»]", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String withoutExtension(String path) {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') + 1 ? path.substring(0, dot) : path;
    }
}
