package io.opslore.library.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.opslore.identity.Asker;
import io.opslore.identity.SignedIn;
import io.opslore.kit.EmptyState;
import io.opslore.library.Document;
import io.opslore.library.DocumentId;
import io.opslore.library.Documents;
import io.opslore.library.NotFound;
import io.opslore.library.Revision;
import io.opslore.library.RevisionId;
import io.opslore.library.Spaces;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One document: its revisions, its text as it reads and as it was written, its original. */
@Route(DocumentNavigation.ROUTE)
@RolesAllowed(SignedIn.USER)
class DocumentView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Documents documents;
    private final MaskReading masks;
    private final Spaces spaces;
    private final DocumentActions actions;
    private final AccessActions access;
    private final SignedIn signedIn;
    private final Waiting waiting = new Waiting();
    private String title = "";

    DocumentView(
            Documents documents,
            MaskReading masks,
            Spaces spaces,
            DocumentActions actions,
            AccessActions access,
            SignedIn signedIn) {
        this.documents = documents;
        this.masks = masks;
        this.spaces = spaces;
        this.actions = actions;
        this.access = access;
        this.signedIn = signedIn;
        addClassName("document-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        DocumentPlace.of(event)
                .ifPresentOrElse(this::show, () -> event.rerouteToError(NotFoundException.class));
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
                masks.release(shown.id()),
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

    private void show(DocumentPlace place) {
        waiting.end();
        try {
            show(open(place), () -> show(place));
        } catch (NotFound notFound) {
            showNothing();
        }
    }

    /** A link to it may be years old: say more than that the address is wrong. */
    private void showNothing() {
        title = getTranslation("document.gone");
        removeAll();
        add(
                new EmptyState(
                        VaadinIcon.FILE_REMOVE,
                        getTranslation("document.gone"),
                        getTranslation("document.gone.hint")));
    }

    private void show(OpenedDocument opened, Runnable reload) {
        Asker asker = signedIn.asker();
        Surroundings around = around(opened.document());
        DocumentHeader header = new DocumentHeader(opened, around);
        header.offer(new AccessButton(opened.document(), actions, access, reload));
        if (around.mayChange() && opened.document().binned() == null) {
            header.offer(actions.menu(opened.document(), reload));
        }
        title = opened.title();
        removeAll();
        add(
                header,
                new DocumentNotes(opened, around, actions, masks, reload),
                new DocumentReader(
                        opened,
                        new RelativeLinks(
                                opened.document(),
                                opened.address(),
                                () -> documents.in(opened.document().space(), asker))));
        awaitIndexing(opened.document(), reload);
    }

    private void awaitIndexing(Document document, Runnable reload) {
        if (!document.newest().equals(document.current()) && document.binned() == null) {
            waiting.on(
                    this,
                    () ->
                            !Objects.equals(
                                    document.current(),
                                    documents.document(document.id(), signedIn.asker()).current()),
                    reload);
        }
    }

    private Surroundings around(Document document) {
        return new Surroundings(
                Optional.ofNullable(document.details().supersededBy()).flatMap(this::readable),
                documents.twins(document.id(), signedIn.asker()),
                !document.isSnapshot() && actions.areAllowed(document.space()));
    }

    private Optional<Document> readable(DocumentId id) {
        try {
            return Optional.of(documents.document(id, signedIn.asker()));
        } catch (NotFound hidden) {
            return Optional.empty();
        }
    }
}
