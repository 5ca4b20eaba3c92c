package io.opslore.library.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opslore.identity.SignedIn;
import io.opslore.kit.EmptyState;
import io.opslore.kit.ReaderDates;
import io.opslore.library.Document;
import io.opslore.library.Reviews;
import io.opslore.library.Space;
import io.opslore.library.SpaceId;
import io.opslore.library.Spaces;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Documents whose review date has come, for those who answer for them. */
@Route(ReviewsView.ROUTE)
@Menu(title = "Reviews", order = 3.5, icon = "vaadin:calendar-user")
@RolesAllowed(SignedIn.USER)
class ReviewsView extends Div implements HasDynamicTitle {

    static final String ROUTE = "reviews";

    private final Reviews reviews;
    private final Spaces spaces;
    private final SignedIn signedIn;
    private final Div cards = new Div();

    ReviewsView(Reviews reviews, Spaces spaces, SignedIn signedIn) {
        this.reviews = reviews;
        this.spaces = spaces;
        this.signedIn = signedIn;
        addClassNames("admin-page", "reviews-view");
        Div head = new Div(new H1(getTranslation("reviews.title")));
        head.addClassName("view-head");
        cards.addClassName("feeds");
        add(head, new Paragraph(getTranslation("reviews.purpose")), cards);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("reviews.title") + " · OpsLore";
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        Map<SpaceId, String> names =
                spaces.readable(signedIn.asker()).stream()
                        .collect(Collectors.toMap(Space::id, Space::name));
        List<Document> due = reviews.due(signedIn.asker());
        cards.removeAll();
        if (due.isEmpty()) {
            cards.add(
                    new EmptyState(
                            VaadinIcon.CALENDAR_USER,
                            getTranslation("reviews.none"),
                            getTranslation("reviews.none.hint")));
        }
        due.forEach(
                document -> cards.add(card(document, names.getOrDefault(document.space(), ""))));
    }

    private Article card(Document document, String space) {
        Div head =
                new Div(
                        new H2(
                                new Anchor(
                                        DocumentNavigation.address(document.id()),
                                        document.title())));
        head.addClassName("feed-head");
        LocalDate day = document.details().reviewOn();
        Div facts = new Div(new Span(space), new Span(document.path()));
        facts.addClassName("facts");
        if (day != null) {
            facts.add(new Span(getTranslation("reviews.since", ReaderDates.text(day))));
        }
        if (!document.details().owner().isEmpty()) {
            facts.add(new Span(getTranslation("reviews.owner", document.details().owner())));
        }
        Article card = new Article(head, facts);
        card.addClassNames("feed", "review");
        return card;
    }
}
