package io.opslore.retrieval.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.opslore.kit.StateBadge;
import io.opslore.kit.TimeText;
import io.opslore.library.Document;
import io.opslore.library.ui.DocumentNavigation;
import io.opslore.retrieval.Extract;
import io.opslore.retrieval.FoundDocument;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** One document that was found: what it is, and the lines that hold what was sought. */
final class ResultCard extends ListItem {

    private final FoundDocument found;

    ResultCard(FoundDocument found, String space) {
        this.found = found;
        addClassName("search-result");
        add(head(), facts(space));
        List<Extract> extracts = found.extracts();
        if (!extracts.isEmpty()) {
            add(extract(extracts.getFirst()));
        }
        if (extracts.size() > 1) {
            addMore(extracts.subList(1, extracts.size()));
        }
        if (!found.copies().isEmpty()) {
            add(copies());
        }
    }

    private Div head() {
        Anchor title = new Anchor(address(), new Marked(found.title()));
        title.addClassName("result-title");
        Div head = new Div(title);
        head.addClassName("result-head");
        Document document = found.document();
        if (document.details().isSuperseded() || found.successor() != null) {
            head.add(superseded());
        }
        if (document.details().isDueForReview(LocalDate.now())) {
            head.add(new StateBadge(StateBadge.Tone.WARNING, getTranslation("search.reviewDue")));
        }
        return head;
    }

    /** At the lines that are shown first. */
    private String address() {
        return found.extracts().isEmpty()
                ? DocumentNavigation.address(found.document().id())
                : address(found.extracts().getFirst());
    }

    private String address(Extract extract) {
        return DocumentNavigation.address(found.document().id(), found.revision(), extract.lines());
    }

    private Component superseded() {
        Document successor = found.successor();
        if (successor == null) {
            return new StateBadge(StateBadge.Tone.WARNING, getTranslation("search.superseded"));
        }
        Span mark =
                new Span(
                        new StateBadge(
                                StateBadge.Tone.WARNING, getTranslation("search.supersededBy")));
        mark.addClassName("result-superseded");
        mark.add(new Anchor(DocumentNavigation.address(successor.id()), successor.title()));
        return mark;
    }

    private Div facts(String space) {
        Document document = found.document();
        String kind = document.details().kind().name().toLowerCase(Locale.ROOT);
        Span path = new Span(document.path());
        path.addClassName("result-path");
        Div facts = new Div(path, new Span(space));
        if (!kind.equals("other")) {
            facts.add(new Span(getTranslation("search.kind." + kind)));
        }
        if (!document.details().tags().isEmpty()) {
            facts.add(new Span("#" + String.join(" #", document.details().tags())));
        }
        facts.add(
                new Span(getTranslation("search.revision", found.revisionNumber())),
                new TimeText(document.changedAt()));
        facts.addClassNames("facts", "result-facts");
        return facts;
    }

    private Anchor extract(Extract extract) {
        Span place = new Span(extract.lines().fragment());
        place.addClassName("result-lines");
        Anchor shown = new Anchor(address(extract), place, new Marked(extract.text()));
        shown.addClassName("result-extract");
        shown.getElement().setAttribute("title", extract.headingPath());
        return shown;
    }

    private void addMore(List<Extract> others) {
        Div rest = new Div();
        rest.addClassName("result-rest");
        rest.setVisible(false);
        others.forEach(extract -> rest.add(extract(extract)));
        NativeButton more = new NativeButton(getTranslation("search.moreInDocument", found.more()));
        more.addClassName("link-button");
        more.getElement().setAttribute("aria-expanded", "false");
        more.addClickListener(click -> {
            rest.setVisible(!rest.isVisible());
            more.getElement().setAttribute("aria-expanded", String.valueOf(rest.isVisible()));
        });
        add(more, rest);
    }

    private Div copies() {
        Div copies = new Div(new Span(getTranslation("search.copies")));
        copies.addClassName("result-copies");
        found.copies()
                .forEach(copy ->
                        copies.add(new Anchor(DocumentNavigation.address(copy.id()), copy.path())));
        return copies;
    }
}
