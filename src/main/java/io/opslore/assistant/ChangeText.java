package io.opslore.assistant;

import io.opslore.identity.Asker;
import io.opslore.library.Change;
import io.opslore.library.ChangeKind;
import io.opslore.library.Document;
import io.opslore.library.Documents;
import io.opslore.library.LineRange;
import io.opslore.library.NotFound;
import io.opslore.library.Revision;
import io.opslore.library.RevisionText;
import io.opslore.retrieval.Passage;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes a list of changes in the language of the question. Not thread-safe. */
final class ChangeText {

    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>#|~&]");
    private static final LineRange FIRST_LINES = new LineRange(1, 6);

    private final Documents documents;
    private final Asker asker;
    private final ResourceBundle words;
    private final DateTimeFormatter days;
    private final List<String> parts = new ArrayList<>();
    private final List<Citation> citations = new ArrayList<>();
    private final List<Passage> sources = new ArrayList<>();

    ChangeText(String question, ZoneId zone, Documents documents, Asker asker) {
        this.documents = documents;
        this.asker = asker;
        Locale locale = CYRILLIC.matcher(question).find() ? Locale.of("ru") : Locale.ENGLISH;
        words = ResourceBundle.getBundle("vaadin-i18n.translations", locale);
        days =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .withZone(zone);
    }

    void begin(LocalDate since, int documents) {
        parts.add(
                documents == 0
                        ? said("answer.changes.none", days.format(since))
                        : said("answer.changes.some", days.format(since), documents));
    }

    void add(Change change) {
        Document document = change.document();
        String name = "**" + escaped(document.title()) + "** (`" + document.path() + "`)";
        String when = days.format(change.at());
        parts.add(
                "- "
                        + switch (change.kind()) {
                            case ADDED -> said("answer.changes.added", name, when, author(change));
                            case CHANGED ->
                                    said("answer.changes.changed", name, when, author(change));
                            case REMOVED -> said("answer.changes.removed", name, when);
                        }
                        + cited(change));
    }

    void end(int more) {
        if (more > 0) {
            parts.add(said("answer.changes.more", more));
        }
    }

    Cited cited() {
        return new Cited(String.join("\n", parts), citations, List.of());
    }

    /** What the list was written from: whoever may no longer open one of these may not see it. */
    List<Passage> sources() {
        return sources;
    }

    private String cited(Change change) {
        Revision before = change.before();
        Revision after = change.after();
        if (change.kind() == ChangeKind.REMOVED || after == null) {
            Revision last = before == null ? after : before;
            if (last != null) {
                remember(change.document(), last, new LineRange(1, 1), "");
            }
            return "";
        }
        Optional<RevisionText> now = text(after).filter(text -> !text.text().isBlank());
        Optional<RevisionText> then = before == null ? Optional.empty() : text(before);
        if (now.isEmpty()) {
            remember(change.document(), after, new LineRange(1, 1), "");
            return "";
        }
        if (before == null || then.isEmpty()) {
            return " " + cite(change.document(), after, FIRST_LINES, now.get());
        }
        ChangedLines lines = ChangedLines.between(then.get(), now.get());
        return ": "
                + said(
                        "answer.changes.revisions",
                        before.number(),
                        cite(change.document(), before, lines.before(), then.get()),
                        after.number(),
                        cite(change.document(), after, lines.after(), now.get()),
                        lines.places());
    }

    private String cite(Document document, Revision revision, LineRange wanted, RevisionText text) {
        LineRange lines =
                new LineRange(wanted.first(), Math.min(wanted.last(), text.lines().size()));
        int marker = citations.size() + 1;
        citations.add(Citations.pin(marker, document, revision, lines, text));
        remember(document, revision, lines, text.quote(lines));
        return "[" + marker + "]";
    }

    private void remember(Document document, Revision revision, LineRange lines, String text) {
        sources.add(
                new Passage(
                        document,
                        revision.id(),
                        revision.number(),
                        "",
                        lines,
                        0,
                        text,
                        "",
                        0,
                        0,
                        0));
    }

    private Optional<RevisionText> text(Revision revision) {
        try {
            return documents.text(revision.id(), asker);
        } catch (NotFound removedMeanwhile) {
            return Optional.empty();
        }
    }

    private static String author(Change change) {
        @Nullable Revision after = change.after();
        return after == null ? "" : escaped(after.author());
    }

    private String said(String key, Object... arguments) {
        return new MessageFormat(words.getString(key), words.getLocale()).format(arguments);
    }

    private static String escaped(String text) {
        return SPECIAL.matcher(text.replaceAll("\\s+", " ")).replaceAll("\\\\$0");
    }
}
