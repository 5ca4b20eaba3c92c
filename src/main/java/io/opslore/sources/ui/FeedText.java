package io.opslore.sources.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.connections.ConnectionFailed;
import io.opslore.ingest.FileKind;
import io.opslore.kit.StateBadge;
import io.opslore.kit.StateBadge.Tone;
import io.opslore.sources.SourceState;
import io.opslore.sources.SourceStatus;
import io.opslore.sources.SourceUnfit;
import io.opslore.sources.SyncFault;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What sources, their states and their faults are called. */
final class FeedText {

    private static final String MISSING = "!";
    private static final int LONGEST = 60;

    private FeedText() {}

    static String of(String key, Object... values) {
        return I18NProvider.translate(key, values);
    }

    static String kind(FileKind kind) {
        return of("feeds.kind." + lower(kind));
    }

    /** What a kind of sources brings in; one that has no word is called by its key. */
    static String what(String kind) {
        return said("feeds.what." + kind, kind);
    }

    static String label(String kind, String option) {
        return said("feeds." + kind + "." + option, option);
    }

    /** Empty where there is nothing to say. */
    static String help(String kind, String option) {
        return said("feeds." + kind + "." + option + ".help", "");
    }

    /** An option and its value, in one short line. */
    static String option(String kind, Map.Entry<String, String> option) {
        String value = option.getValue().lines().collect(Collectors.joining(", "));
        return label(kind, option.getKey())
                + ": "
                + (value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value);
    }

    private static String said(String key, String otherwise) {
        String text = of(key);
        return text.startsWith(MISSING) ? otherwise : text;
    }

    static String unfit(SourceUnfit unfit) {
        return of("feeds.unfit." + lower(unfit.fault()));
    }

    /** The kind of trouble in the reader's language, then what exactly. */
    static String failed(ConnectionFailed failed) {
        return of("feeds.fault." + lower(failed.reason()))
                + " "
                + failed.getMessage()
                + " "
                + failed.suggestion();
    }

    static String fault(SyncFault fault) {
        return (of("feeds.fault." + fault.reason())
                        + " "
                        + fault.sentence()
                        + " "
                        + fault.suggestion())
                .strip();
    }

    static StateBadge badge(SourceStatus status) {
        SourceState state = status.state();
        if (state.running()) {
            return new StateBadge(
                    Tone.BUSY,
                    state.total() == 0
                            ? of("feeds.state.looking")
                            : of("feeds.state.running", state.done(), state.total()));
        }
        if (!status.source().enabled()) {
            return new StateBadge(Tone.QUIET, of("feeds.state.off"));
        }
        if (state.waiting()) {
            return new StateBadge(Tone.BUSY, of("feeds.state.waiting"));
        }
        if (state.fault() != null) {
            return new StateBadge(Tone.BAD, of("feeds.state.failed"));
        }
        return new StateBadge(Tone.GOOD, of("feeds.state.good"));
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
