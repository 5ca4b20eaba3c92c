package io.opslore.library.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.kit.ReaderDates;
import io.opslore.kit.StateBadge;
import io.opslore.library.DecisionStatus;
import io.opslore.library.Details;
import io.opslore.library.Document;
import io.opslore.library.DocumentKind;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What kind of document it is, whose, and whether it still holds. */
final class DetailsLine extends Div {

    /**
     * @param successor what took its place, where the reader may know
     */
    DetailsLine(Document document, Optional<Document> successor) {
        Details details = document.details();
        addClassName("details-line");
        add(chip(name(details.kind())));
        addDecision(details.decision(), successor);
        addReview(details);
        if (!details.owner().isBlank()) {
            add(fact(VaadinIcon.USER, "details.owner", details.owner()));
        }
        details.tags().forEach(tag -> add(tag(tag)));
    }

    /** A kind in the reader's language. */
    static String name(DocumentKind kind) {
        return I18NProvider.translate("details.kind." + kind.name());
    }

    private void addDecision(@Nullable DecisionStatus status, Optional<Document> successor) {
        if (status == null) {
            return;
        }
        StateBadge.Tone tone =
                switch (status) {
                    case ACCEPTED -> StateBadge.Tone.GOOD;
                    case PROPOSED -> StateBadge.Tone.QUIET;
                    case REJECTED -> StateBadge.Tone.BAD;
                    case DEPRECATED, SUPERSEDED -> StateBadge.Tone.WARNING;
                };
        boolean named = status == DecisionStatus.SUPERSEDED && successor.isPresent();
        add(
                new StateBadge(
                        tone,
                        getTranslation(
                                named ? "details.supersededBy" : "details.decision." + status)));
        successor
                .filter(document -> named)
                .ifPresent(document ->
                        add(
                                new Anchor(
                                        DocumentNavigation.address(document.id()),
                                        document.title())));
    }

    private void addReview(Details details) {
        LocalDate day = details.reviewOn();
        if (day == null) {
            return;
        }
        boolean due = details.isDueForReview(ReaderDates.today());
        add(
                new StateBadge(
                        due ? StateBadge.Tone.WARNING : StateBadge.Tone.QUIET,
                        getTranslation(
                                due ? "details.review.due" : "details.review.on",
                                ReaderDates.text(day))));
    }

    private Span fact(VaadinIcon icon, String name, String text) {
        Icon picture = new Icon(icon);
        picture.getElement().setAttribute("aria-hidden", "true");
        Span fact = new Span(picture, new Span(text));
        fact.addClassName("fact");
        fact.setTitle(getTranslation(name));
        return fact;
    }

    private static Span tag(String text) {
        Span tag = chip(text);
        tag.addClassName("tag");
        return tag;
    }

    private static Span chip(String text) {
        Span chip = new Span(text);
        chip.addClassName("chip");
        return chip;
    }
}
