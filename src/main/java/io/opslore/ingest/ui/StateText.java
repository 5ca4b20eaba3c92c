package io.opslore.ingest.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.Tooltip;
import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.ingest.IngestState;
import io.opslore.kit.StateBadge;
import io.opslore.kit.StateBadge.Tone;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says where a document stands and, where it failed, why and what to do. */
final class StateText {

    private StateText() {}

    static Span of(@Nullable IngestState state) {
        return switch (state) {
            case null -> new Span();
            case IngestState.Queued queued -> badge(Tone.QUIET, "queued");
            case IngestState.Extracting extracting -> badge(Tone.BUSY, "extracting");
            case IngestState.Indexing indexing when indexing.total() == 0 ->
                    badge(Tone.BUSY, "indexing.begun");
            case IngestState.Indexing indexing ->
                    new StateBadge(Tone.BUSY, text("indexing", indexing.done(), indexing.total()));
            case IngestState.Ready ready -> badge(Tone.GOOD, "ready");
            case IngestState.Failed failed -> failed(failed);
        };
    }

    /** The reason in full, for where there is room. */
    static String reason(IngestState.Failed failed) {
        return text("failed." + failed.reason().name().toLowerCase(Locale.ROOT));
    }

    private static Span failed(IngestState.Failed failed) {
        StateBadge badge = badge(Tone.BAD, "failed");
        Tooltip.forComponent(badge).setText(reason(failed));
        Span why = new Span(reason(failed));
        why.addClassNames("secondary", "failure-reason");
        Span both = new Span(badge, why);
        both.addClassName("failure");
        return both;
    }

    private static StateBadge badge(Tone tone, String key) {
        return new StateBadge(tone, text(key));
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate("upload.state." + key, parameters);
    }
}
