package io.opslore.ingest.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import io.opslore.identity.Asker;
import io.opslore.identity.SignedIn;
import io.opslore.ingest.IngestFeed;
import io.opslore.ingest.IngestProgress;
import io.opslore.ingest.IngestState;
import io.opslore.library.Document;
import io.opslore.library.DocumentId;
import io.opslore.library.Documents;
import io.opslore.library.NotFound;
import io.opslore.library.Space;
import io.opslore.library.SpaceId;
import io.opslore.library.Spaces;
import jakarta.annotation.security.RolesAllowed;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One space: its documents, how each stands, and the way in for new ones. */
@Route("sources/:space")
@RolesAllowed(SignedIn.USER)
class SpaceView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String SPACE = "space";

    private final Spaces spaces;
    private final Documents documents;
    private final IngestFeed feed;
    private final Uploads uploads;
    private final SignedIn signedIn;
    private @Nullable SpacePage page;
    private Uploads.@Nullable Of access;
    private Runnable subscription = () -> {};

    SpaceView(
            Spaces spaces,
            Documents documents,
            IngestFeed feed,
            Uploads uploads,
            SignedIn signedIn) {
        this.spaces = spaces;
        this.documents = documents;
        this.feed = feed;
        this.uploads = uploads;
        this.signedIn = signedIn;
        addClassName("space-view");
    }

    static RouteParameters parameters(SpaceId space) {
        return new RouteParameters(new RouteParam(SPACE, space.value().toString()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            String id = event.getRouteParameters().get(SPACE).orElse("");
            Space space = spaces.space(new SpaceId(UUID.fromString(id)), signedIn.asker());
            show(space, Browsing.of(event.getLocation().getQueryParameters()));
        } catch (NotFound | IllegalArgumentException notFound) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    public String getPageTitle() {
        return (page == null ? "" : page.space().name()) + " · OpsLore";
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        watch(attached.getUI());
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        subscription.run();
    }

    private void show(Space space, Browsing browsing) {
        Uploads.Of reachable = uploads.of(space.id(), signedIn.asker());
        access = reachable;
        page = new SpacePage(space, reachable, uploads.settings(), browsing, this::keepInAddress);
        removeAll();
        add(page);
        getUI().ifPresent(this::watch);
    }

    private void keepInAddress(Browsing browsing) {
        getUI().ifPresent(ui ->
                ui.getPage()
                        .getHistory()
                        .replaceState(
                                null,
                                new Location(
                                        ui.getInternals().getActiveViewLocation().getPath(),
                                        browsing.query())));
    }

    /** Subscribes before it reads, so that nothing falls between the two. */
    private void watch(UI ui) {
        SpacePage shown = page;
        if (shown == null || access == null) {
            return;
        }
        Asker asker = signedIn.asker();
        SpaceId space = shown.space().id();
        subscription.run();
        Runnable progress =
                feed.subscribe(
                        space, asker, new ProgressInbox(ui, news -> show(shown, news, asker)));
        Runnable batches = access.subscribe(new Soon(ui, shown::showBatches)::ask);
        subscription =
                () -> {
                    progress.run();
                    batches.run();
                };
        shown.show(documents.in(space, asker), feed.states(space, asker));
    }

    /** A document may have found its title while it was read. */
    private void show(SpacePage shown, Collection<IngestProgress> progress, Asker asker) {
        shown.show(progress);
        progress.stream()
                .filter(one -> one.state() instanceof IngestState.Ready)
                .flatMap(one -> reread(one.document(), asker).stream())
                .forEach(shown::reread);
    }

    /** Empty for one that was put into the bin meanwhile. */
    private Optional<Document> reread(DocumentId id, Asker asker) {
        try {
            return Optional.of(documents.document(id, asker));
        } catch (NotFound gone) {
            return Optional.empty();
        }
    }
}
