package io.opslore.library.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.opslore.identity.SignedIn;
import io.opslore.kit.DiffLayout;
import io.opslore.kit.Narrow;
import io.opslore.library.DocumentId;
import io.opslore.library.NotFound;
import io.opslore.library.Revision;
import io.opslore.library.RevisionId;
import jakarta.annotation.security.RolesAllowed;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Two revisions of one document, compared. The address says which, and how they are laid out. */
@Route(DocumentNavigation.COMPARE_ROUTE)
@RolesAllowed(SignedIn.USER)
class CompareView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final History history;
    private String title = "";

    CompareView(History history) {
        this.history = history;
        addClassName("compare-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            OpenedRevisions opened =
                    AddressPart.path(event, DocumentNavigation.DOCUMENT)
                            .map(DocumentId::new)
                            .map(history::open)
                            .orElseThrow(() -> new NotFound("Document"));
            show(opened, event);
        } catch (NotFound notFound) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("compare.title") + " · " + title + " · OpsLore";
    }

    /** An address that names no revision compares the one that answers with the one before it. */
    private void show(OpenedRevisions opened, BeforeEnterEvent event) {
        Revision to =
                revision(event, DocumentNavigation.TO)
                        .map(opened::revision)
                        .orElseGet(opened::standing);
        Revision from =
                revision(event, DocumentNavigation.FROM)
                        .map(opened::revision)
                        .orElseGet(() -> opened.before(to));
        title = opened.document().title();
        removeAll();
        add(new ComparePage(opened, new Comparison(from, to, layout(event)), history));
    }

    private static Optional<RevisionId> revision(BeforeEnterEvent event, String name) {
        return AddressPart.query(event, name, UUID::fromString).map(RevisionId::new);
    }

    private static DiffLayout layout(BeforeEnterEvent event) {
        return AddressPart.query(
                        event,
                        DocumentNavigation.VIEW,
                        name -> DiffLayout.valueOf(name.toUpperCase(Locale.ROOT)))
                .orElseGet(() -> Narrow.is(UI.getCurrent()) ? DiffLayout.INLINE : DiffLayout.SIDE);
    }
}
