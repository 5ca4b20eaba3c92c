package io.opslore.library.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.opslore.identity.Asker;
import io.opslore.identity.SignedIn;
import io.opslore.library.Document;
import io.opslore.library.Documents;
import io.opslore.library.NotFound;
import io.opslore.library.Revision;
import io.opslore.library.RevisionId;
import io.opslore.library.Spaces;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One document: its revisions, its text as it reads and as it was written, its original. */
@Route(DocumentNavigation.ROUTE)
@RolesAllowed(SignedIn.USER)
class DocumentView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Documents documents;
    private final Spaces spaces;
    private final SignedIn signedIn;
    private String title = "";

    DocumentView(Documents documents, Spaces spaces, SignedIn signedIn) {
        this.documents = documents;
        this.spaces = spaces;
        this.signedIn = signedIn;
        addClassName("document-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            show(open(DocumentPlace.of(event).orElseThrow(() -> new NotFound("Document"))));
        } catch (NotFound notFound) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · OpsLore";
    }

    private OpenedDocument open(DocumentPlace place) {
        Asker asker = signedIn.asker();
        Document document = documents.document(place.document(), asker);
        List<Revision> revisions = documents.revisions(place.document(), asker);
        Revision shown = shown(document, revisions, place.revision());
        return new OpenedDocument(
                document,
                spaces.space(document.space(), asker),
                revisions,
                shown,
                documents.text(shown.id(), asker),
                place);
    }

    private static Revision shown(
            Document document, List<Revision> revisions, @Nullable RevisionId wanted) {
        if (wanted == null) {
            return OpenedDocument.standing(document, revisions);
        }
        return revisions.stream()
                .filter(revision -> revision.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new NotFound("Revision"));
    }

    private void show(OpenedDocument opened) {
        Asker asker = signedIn.asker();
        title = opened.title();
        removeAll();
        add(
                new DocumentHeader(opened, () -> documents.original(opened.shown().id(), asker)),
                new DocumentReader(
                        opened,
                        new RelativeLinks(
                                opened.document(),
                                opened.address(),
                                () -> documents.in(opened.document().space(), asker))));
    }
}
