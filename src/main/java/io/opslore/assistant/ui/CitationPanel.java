package io.opslore.assistant.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.opslore.assistant.Citation;
import io.opslore.assistant.CitedSource;
import io.opslore.assistant.SourceDifference;
import io.opslore.kit.CodeLines;
import io.opslore.kit.DiffLayout;
import io.opslore.kit.DiffView;
import io.opslore.kit.IconButton;
import io.opslore.library.ui.DocumentNavigation;
import java.util.List;

/** The cited lines in their place, beside the answer that cites them. */
final class CitationPanel extends Section {

    private final IconButton close =
            new IconButton(VaadinIcon.CLOSE, getTranslation("kit.close"), this::close);
    private final SourceLookup sources;
    private final Div body = new Div();
    private Runnable giveFocusBack = () -> {};

    CitationPanel(SourceLookup sources) {
        this.sources = sources;
        addClassName("citation-panel");
        getElement().setAttribute("aria-label", getTranslation("ask.citation"));
        body.addClassName("citation-body");
        Shortcuts.addShortcutListener(this, this::close, Key.ESCAPE);
        add(close, body);
        setVisible(false);
    }

    void show(CitedIn cited) {
        Citation citation = cited.citation();
        giveFocusBack = cited.giveFocusBack();
        body.removeAll();
        CitedSource source = sources.of(List.of(citation)).get(citation);
        if (source == null || source.isHidden()) {
            body.add(hidden(citation), new Paragraph(getTranslation("ask.source.hidden.hint")));
        } else {
            showSource(citation, source);
        }
        setVisible(true);
        close.focus();
    }

    private void showSource(Citation citation, CitedSource source) {
        body.add(head(citation), facts(citation), new SourceNotes(citation, source));
        body.add(quote(citation));
        sources.difference(citation).ifPresent(difference -> body.add(changes(difference)));
        if (!source.isGone()) {
            body.add(open(citation));
        }
    }

    void close() {
        if (isVisible()) {
            setVisible(false);
            giveFocusBack.run();
        }
    }

    /** Not even what it is called. */
    private H2 hidden(Citation citation) {
        return new H2(new Marker(citation), new Span(getTranslation("ask.source.hidden.title")));
    }

    private static H2 head(Citation citation) {
        return new H2(new Marker(citation), new Span(citation.title()));
    }

    private Div facts(Citation citation) {
        Span path = new Span(citation.path());
        path.addClassName("path");
        Div facts =
                new Div(
                        path,
                        new Span(getTranslation("document.revision", citation.revisionNumber())));
        if (citation.page() > 0) {
            facts.add(new Span(getTranslation("document.page", citation.page())));
        }
        facts.add(new Span(lines(citation)));
        if (!citation.headingPath().isBlank()) {
            Span headings = new Span(citation.headingPath());
            headings.addClassName("heading-path");
            facts.add(headings);
        }
        facts.addClassName("facts");
        return facts;
    }

    private String lines(Citation citation) {
        int first = citation.lines().first();
        int last = citation.lines().last();
        return first == last
                ? getTranslation("ask.citation.line", String.valueOf(first))
                : getTranslation("ask.citation.lines", first + "–" + last);
    }

    private static DiffView changes(SourceDifference difference) {
        return new DiffView(difference.before(), difference.after(), DiffLayout.INLINE);
    }

    private static CodeLines quote(Citation citation) {
        return CodeLines.quote(List.of(citation.quote().split("\n", -1)), citation.lines().first());
    }

    private Anchor open(Citation citation) {
        Anchor open =
                new Anchor(
                        DocumentNavigation.address(
                                citation.document(), citation.revision(), citation.lines()),
                        getTranslation("ask.citation.open"));
        open.addClassName("button-link");
        return open;
    }
}
