package io.opslore.assistant.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import io.opslore.assistant.Answer;
import io.opslore.assistant.Citation;
import io.opslore.assistant.CitedSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The sources an answer stands on, and before its first word those that the model reads; each opens
 * like its marker does.
 */
final class SourcesUsed extends OrderedList {

    private final Consumer<CitedIn> cited;
    private final SourceLookup sources;
    private List<Citation> shown = List.of();

    SourcesUsed(Consumer<CitedIn> cited, SourceLookup sources) {
        this.cited = cited;
        this.sources = sources;
        addClassName("sources-used");
        setVisible(false);
    }

    /** While words still come the list would move under the reader, so it waits for the end. */
    void show(Answer answer) {
        boolean over = answer.outcome().isFinal();
        List<Citation> citations = over ? answer.citations() : answer.workings().given();
        if (!citations.equals(shown)) {
            shown = citations;
            removeAll();
            getElement()
                    .setAttribute("aria-label", getTranslation(over ? "ask.sources" : "ask.given"));
            Map<Citation, CitedSource> found = sources.of(citations);
            citations.forEach(citation -> add(item(citation, found.get(citation))));
        }
        setVisible(!citations.isEmpty());
    }

    private ListItem item(Citation citation, @Nullable CitedSource source) {
        boolean hidden = source == null || source.isHidden();
        String title = hidden ? getTranslation("ask.source.hidden.title") : citation.title();
        Marker marker = new Marker(citation);
        Span path = new Span(citation.path());
        path.addClassName("secondary");
        path.setVisible(!hidden && !citation.path().equals(citation.title()));
        Span lines = new Span(citation.lines().fragment());
        lines.addClassName("secondary");
        Button open = new Button();
        open.addThemeVariants(ButtonVariant.TERTIARY);
        open.addClickListener(click -> cited.accept(new CitedIn(citation, open::focus)));
        lines.setVisible(!hidden);
        Span words = new Span(marker, new Span(title), path, lines);
        words.addClassName("source-used");
        open.setIcon(words);
        open.setAriaLabel(
                marker.isVisible()
                        ? getTranslation("ask.source.open", citation.marker(), title)
                        : getTranslation("ask.given.open", title, citation.lines().fragment()));
        ListItem item = new ListItem(open);
        if (source != null) {
            item.add(new SourceBadges(source));
        }
        return item;
    }
}
