package io.opslore.library.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.opslore.identity.SignedIn;
import io.opslore.library.DocumentId;
import io.opslore.library.NotFound;
import io.opslore.library.RevisionId;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.UUID;

/** All revisions of one document: open, download, compare, restore. */
@Route(DocumentNavigation.REVISIONS_ROUTE)
@RolesAllowed(SignedIn.USER)
class RevisionsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final History history;
    private final DocumentActions actions;
    private final Waiting waiting = new Waiting();
    private String title = "";

    RevisionsView(History history, DocumentActions actions) {
        this.history = history;
        this.actions = actions;
        addClassName("revisions-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            DocumentId document =
                    AddressPart.path(event, DocumentNavigation.DOCUMENT)
                            .map(DocumentId::new)
                            .orElseThrow(() -> new NotFound("Document"));
            show(
                    document,
                    AddressPart.query(event, DocumentNavigation.REVISION, UUID::fromString)
                            .map(RevisionId::new));
        } catch (NotFound notFound) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("revisions.title") + " · " + title + " · OpsLore";
    }

    private void show(DocumentId document, Optional<RevisionId> shown) {
        OpenedRevisions opened = history.open(document);
        Runnable reload = () -> show(document, shown);
        title = opened.document().title();
        removeAll();
        add(
                new RevisionsPage(
                        opened,
                        shown.orElse(opened.standing().id()),
                        history::copy,
                        actions.areAllowed(opened.document().space())
                                ? Optional.of(revision -> actions.restore(revision, reload))
                                : Optional.empty()));
        waiting.end();
        if (opened.isPending()) {
            waiting.on(this, () -> !history.open(document).isPending(), reload);
        }
    }
}
