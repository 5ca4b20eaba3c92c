package io.opslore.sources;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionField;
import io.opslore.identity.Asker;
import io.opslore.library.Grants;
import io.opslore.library.NotFound;
import io.opslore.sources.SourceUnfit.Fault;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says whether somebody may set a source up like that. Thread-safe. */
@Component
class SourceCheck {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_OPTION = 4_000;
    private static final int MOST_PATTERNS = 100;
    private static final int LEAST_MINUTES = 5;
    private static final int MOST_MINUTES = 7 * 24 * 60;

    private final SourceKinds kinds;
    private final Grants grants;

    SourceCheck(SourceKinds kinds, Grants grants) {
        this.kinds = kinds;
        this.grants = grants;
    }

    /**
     * What was entered, in the name of whoever has entered it.
     *
     * @throws SourceUnfit for what cannot be meant
     * @throws ConnectionFailed for options of its kind that cannot be meant
     * @throws NotFound for a space that the asker may not read
     * @throws io.opslore.identity.NotAllowed for one that they may not write to
     */
    Source checked(SourceEdit edit, Asker asker) {
        grants.requireWrite(edit.space(), asker);
        var source =
                new Source(
                        edit.id(),
                        edit.name(),
                        edit.kind(),
                        edit.connection(),
                        edit.space(),
                        edit.rules(),
                        edit.enabled(),
                        asker);
        require(!edit.name().isEmpty() && edit.name().length() <= LONGEST_NAME, Fault.NAME);
        requireOptions(source);
        require(hasFolder(source), Fault.FOLDER);
        check(source.rules());
        return source;
    }

    private static void check(SourceRules rules) {
        require(rules.include().size() + rules.exclude().size() <= MOST_PATTERNS, Fault.PATTERN);
        try {
            new PathChoice(rules).takes("");
        } catch (ConnectionFailed none) {
            throw new SourceUnfit(Fault.PATTERN);
        }
        require(!rules.kinds().isEmpty(), Fault.KINDS);
        int minutes = rules.minutes();
        require(minutes == 0 || minutes >= LEAST_MINUTES && minutes <= MOST_MINUTES, Fault.MINUTES);
    }

    private void requireOptions(Source source) {
        SourceOffer offer =
                kinds.offer(source).orElseThrow(() -> new SourceUnfit(Fault.CONNECTION));
        Map<String, String> options = source.rules().options();
        for (ConnectionField field : offer.options()) {
            String value = source.rules().option(field.key());
            require(!field.required() || !value.isEmpty(), Fault.OPTION);
            require(value.length() <= LONGEST_OPTION, Fault.OPTION);
        }
        require(
                offer.options().stream()
                        .map(ConnectionField::key)
                        .collect(Collectors.toSet())
                        .containsAll(options.keySet()),
                Fault.OPTION);
        try {
            kinds.check(source);
        } catch (NotFound none) {
            throw new SourceUnfit(Fault.CONNECTION);
        }
    }

    private static boolean hasFolder(Source source) {
        try {
            return !source.key(source.place("file")).path().isEmpty();
        } catch (IllegalArgumentException unusable) {
            return false;
        }
    }

    private static void require(boolean fits, Fault fault) {
        if (!fits) {
            throw new SourceUnfit(fault);
        }
    }
}
