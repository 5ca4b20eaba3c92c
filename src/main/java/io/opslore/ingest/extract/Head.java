package io.opslore.ingest.extract;

import io.opslore.library.Format;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings that stand above a text: YAML or TOML front matter, or AsciiDoc attributes.
 *
 * @param values by key, in lower case without separators; a value is a text, a date, a number, a
 *     list or a map
 */
record Head(Map<String, Object> values) {

    static final Head NONE = new Head(Map.of());

    private static final int LONGEST = 100;
    private static final int MOST_TAGS = 30;

    static Head of(Format format, List<String> lines) {
        FrontMatter frontMatter = FrontMatter.of(lines);
        if (frontMatter.lines() > 0) {
            return new Head(HeadReading.frontMatter(lines.subList(0, frontMatter.lines())));
        }
        return format == Format.ASCIIDOC ? new Head(HeadReading.attributes(lines)) : NONE;
    }

    /** The first of the keys that has a value, as text. */
    Optional<String> first(String... keys) {
        return all(keys).findFirst();
    }

    String owner() {
        List<String> owners =
                Stream.of(
                                "owner",
                                "owners",
                                "team",
                                "maintainer",
                                "maintainers",
                                "владелец",
                                "ответственный",
                                "команда")
                        .map(key -> all(key).toList())
                        .filter(found -> !found.isEmpty())
                        .findFirst()
                        .orElse(List.of());
        return cut(String.join(", ", owners));
    }

    List<String> tags() {
        return Stream.of("tags", "labels", "keywords", "теги", "метки")
                .flatMap(this::all)
                .flatMap(text -> Stream.of(text.split(",")))
                .map(tag -> cut(tag.strip().toLowerCase(Locale.ROOT)))
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .limit(MOST_TAGS)
                .toList();
    }

    Optional<LocalDate> reviewOn() {
        return all(
                        "reviewon",
                        "reviewby",
                        "reviewdate",
                        "review",
                        "nextreview",
                        "expires",
                        "expireson",
                        "validuntil",
                        "пересмотр",
                        "пересмотреть")
                .map(Dates::read)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What the keys made for it say about predecessors and successors. */
    Statement replacements() {
        return new Statement(
                null,
                first("supersededby", "replacedby", "obsoletedby", "заменено").orElse(""),
                all("supersedes", "replaces", "obsoletes", "заменяет")
                        .flatMap(text -> Statement.references(text).stream())
                        .toList());
    }

    private Stream<String> all(String... keys) {
        return Stream.of(keys)
                .flatMap(key -> each(values.getOrDefault(key, "")))
                .map(Head::text)
                .filter(text -> !text.isBlank());
    }

    /** One level deep: deeper ones say nothing that is looked for, and may hold themselves. */
    private static Stream<?> each(Object value) {
        return value instanceof Collection<?> many ? many.stream() : Stream.of(value);
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Collection<?> many -> "";
            case Map<?, ?> map -> map.get("name") instanceof String name ? name.strip() : "";
            default -> Dates.text(value).strip();
        };
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
