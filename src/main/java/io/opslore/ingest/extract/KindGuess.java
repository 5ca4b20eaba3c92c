package io.opslore.ingest.extract;

import io.opslore.library.Block;
import io.opslore.library.DocumentKind;
import io.opslore.library.Format;
import io.opslore.library.RevisionText;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Guesses what a document is for, by where it lies, how it is written and what it holds. */
final class KindGuess {

    private static final Set<Format> PROSE =
            EnumSet.of(
                    Format.MARKDOWN, Format.ASCIIDOC, Format.TEXT, Format.PAGES, Format.CONVERTED);

    private static final Map<String, DocumentKind> NAMES =
            Map.ofEntries(
                    Map.entry("runbook", DocumentKind.RUNBOOK),
                    Map.entry("playbook", DocumentKind.RUNBOOK),
                    Map.entry("регламент", DocumentKind.RUNBOOK),
                    Map.entry("ранбук", DocumentKind.RUNBOOK),
                    Map.entry("adr", DocumentKind.ADR),
                    Map.entry("decision", DocumentKind.ADR),
                    Map.entry("decision record", DocumentKind.ADR),
                    Map.entry("decision-record", DocumentKind.ADR),
                    Map.entry("rfc", DocumentKind.RFC),
                    Map.entry("manifest", DocumentKind.MANIFEST),
                    Map.entry("pipeline", DocumentKind.PIPELINE),
                    Map.entry("log", DocumentKind.LOG),
                    Map.entry("other", DocumentKind.OTHER));

    /** Files about a folder of documents rather than one of them. */
    private static final Pattern ABOUT =
            path(
                    "(.*/)?(readme|index|_index|contributing|changelog|.*template.*|шаблон.*)(\\.[^/]*)?");

    private static final Pattern ADR =
            path(
                    "(.*/)?(adrs?|decisions?|decision[-_ ]records?|architecture[-_ ]decisions?)/[^/]+|(.*/)?adr[-_ ]?\\d+[^/]*");
    private static final Pattern RFC =
            path("(.*/)?(rfcs?|keps?)/(.*/)?[^/]+|(.*/)?rfc[-_ ]?\\d+[^/]*");
    private static final Pattern RUNBOOK =
            path(
                    "(.*/)?(runbooks?|playbooks?)/.*|(.*/)?([^/]*[-_.])?(runbook|playbook)([-_.][^/]*)?");

    private static final Pattern ADR_HEADING =
            heading(
                    "status|context( and problem statement)?|problem|decision( outcome)?|considered options|consequences|статус|контекст|решение|последствия|варианты");
    private static final Pattern RUNBOOK_HEADING =
            heading(
                    "symptoms?|meaning|impact|diagnosis|diagnostics|mitigation|remediation|resolution|steps|procedure|recovery|rollback|roll back|escalation|verification|troubleshooting"
                            + "|признаки|симптомы|диагностика|проверка|действия|порядок действий|что делать|шаги|устранение|восстановление|откат|эскалация|влияние");
    private static final Pattern POSTMORTEM =
            Pattern.compile(
                    "post-?mortem|incident review|разбор (инцидента|полётов)|постмортем",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private KindGuess() {}

    /** A kind that is called by its name. */
    static Optional<DocumentKind> named(String name) {
        return Optional.ofNullable(NAMES.get(name.strip().toLowerCase(Locale.ROOT)));
    }

    static DocumentKind of(String path, RevisionText text) {
        if (text.format() == Format.LOG) {
            return DocumentKind.LOG;
        }
        return PROSE.contains(text.format()) ? ofProse(path, text) : CodeKind.of(path, text);
    }

    private static DocumentKind ofProse(String path, RevisionText text) {
        if (ABOUT.matcher(path).matches()) {
            return DocumentKind.OTHER;
        }
        if (ADR.matcher(path).matches()) {
            return DocumentKind.ADR;
        }
        if (RFC.matcher(path).matches()) {
            return DocumentKind.RFC;
        }
        return RUNBOOK.matcher(path).matches() ? DocumentKind.RUNBOOK : byHeadings(path, text);
    }

    private static DocumentKind byHeadings(String path, RevisionText text) {
        List<String> headings =
                text.blocks().stream()
                        .filter(block -> block.kind() == Block.Kind.HEADING)
                        .map(Block::label)
                        .toList();
        if (matching(ADR_HEADING, headings) >= 3) {
            return DocumentKind.ADR;
        }
        boolean postmortem = POSTMORTEM.matcher(path + " " + text.title()).find();
        boolean runbook =
                text.title().toLowerCase(Locale.ROOT).matches(".*\\b(runbook|playbook)\\b.*")
                        || matching(RUNBOOK_HEADING, headings) >= 2;
        return runbook && !postmortem ? DocumentKind.RUNBOOK : DocumentKind.OTHER;
    }

    /** How many different ones there are. */
    private static int matching(Pattern pattern, List<String> headings) {
        return headings.stream()
                .map(heading -> heading.strip().toLowerCase(Locale.ROOT))
                .filter(heading -> pattern.matcher(heading).matches())
                .collect(Collectors.toSet())
                .size();
    }

    private static Pattern path(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static Pattern heading(String words) {
        return Pattern.compile("(?:\\d+[.)]?\\s*)?(?:" + words + ")[^\\p{L}\\d]*");
    }
}
