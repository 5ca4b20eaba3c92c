package io.opslore.library.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import io.opslore.library.DocumentId;
import io.opslore.library.LineRange;
import io.opslore.library.RevisionId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an address asks for.
 *
 * @param revision null for the one that answers
 * @param lines null for the beginning
 * @param heading as links name it; null for none
 */
record DocumentPlace(
        DocumentId document,
        @Nullable RevisionId revision,
        @Nullable LineRange lines,
        @Nullable String heading) {

    private static final Pattern LINES = Pattern.compile("L([0-9]{1,8})(?:-L([0-9]{1,8}))?");

    /** Empty where the address cannot be one of a document. */
    static Optional<DocumentPlace> of(BeforeEnterEvent event) {
        Optional<UUID> document =
                event.getRouteParameters()
                        .get(DocumentNavigation.DOCUMENT)
                        .flatMap(DocumentPlace::uuid);
        RevisionId revision =
                parameter(event, DocumentNavigation.REVISION)
                        .flatMap(DocumentPlace::uuid)
                        .map(RevisionId::new)
                        .orElse(null);
        LineRange lines =
                parameter(event, DocumentNavigation.LINES)
                        .flatMap(DocumentPlace::lines)
                        .orElse(null);
        String heading = parameter(event, DocumentNavigation.HEADING).orElse(null);
        return document.map(id -> new DocumentPlace(new DocumentId(id), revision, lines, heading));
    }

    private static Optional<String> parameter(BeforeEnterEvent event, String name) {
        return event.getLocation().getQueryParameters().getSingleParameter(name);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static Optional<LineRange> lines(String text) {
        Matcher match = LINES.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(match.group(1));
        int last = match.group(2) == null ? first : Integer.parseInt(match.group(2));
        return first < 1 || last < first
                ? Optional.empty()
                : Optional.of(new LineRange(first, last));
    }
}
