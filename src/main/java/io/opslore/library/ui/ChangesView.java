package io.opslore.library.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opslore.identity.SignedIn;
import io.opslore.kit.ReaderDates;
import io.opslore.library.Space;
import io.opslore.library.SpaceId;
import io.opslore.library.Spaces;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What changed since a day; the address says since when, and where. */
@Route(DocumentNavigation.CHANGES_ROUTE)
@Menu(title = "Changes", order = 3, icon = "vaadin:clock")
@RolesAllowed(SignedIn.USER)
class ChangesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int USUAL_DAYS = 7;

    private final ChangeReading reading;
    private final Spaces spaces;
    private final SignedIn signedIn;

    ChangesView(ChangeReading reading, Spaces spaces, SignedIn signedIn) {
        this.reading = reading;
        this.spaces = spaces;
        this.signedIn = signedIn;
        addClassName("changes-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        LocalDate since =
                AddressPart.query(event, DocumentNavigation.SINCE, LocalDate::parse)
                        .orElseGet(() -> ReaderDates.today().minusDays(USUAL_DAYS));
        Optional<SpaceId> space =
                AddressPart.query(event, DocumentNavigation.SPACE, UUID::fromString)
                        .map(SpaceId::new);
        List<Space> readable = spaces.readable(signedIn.asker());
        removeAll();
        add(new ChangesPage(new ChangesAsked(since, space), readable, reading));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("changes.title") + " · OpsLore";
    }
}
