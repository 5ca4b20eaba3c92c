package io.opslore.ingest.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.opslore.identity.SignedIn;
import io.opslore.ingest.Batch;
import io.opslore.ingest.BatchId;
import io.opslore.ingest.BatchItem.Outcome;
import io.opslore.library.NotFound;
import io.opslore.library.Space;
import io.opslore.library.SpaceId;
import io.opslore.library.Spaces;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of each file of one upload; the address holds which outcome is looked at. */
@Route(UploadNavigation.REPORT)
@RolesAllowed(SignedIn.USER)
class ReportView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String ONLY = "only";

    private final Spaces spaces;
    private final Uploads uploads;
    private final SignedIn signedIn;
    private @Nullable ReportPage page;
    private Uploads.@Nullable Of access;
    private String name = "";
    private Runnable subscription = () -> {};

    ReportView(Spaces spaces, Uploads uploads, SignedIn signedIn) {
        this.spaces = spaces;
        this.uploads = uploads;
        this.signedIn = signedIn;
        addClassName("space-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            SpaceId id = new SpaceId(parameter(event, UploadNavigation.SPACE));
            Space space = spaces.space(id, signedIn.asker());
            show(space, new BatchId(parameter(event, UploadNavigation.BATCH)), only(event));
        } catch (NotFound | IllegalArgumentException notFound) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    public String getPageTitle() {
        return name + " · OpsLore";
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        watch(attached.getUI());
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        subscription.run();
    }

    private void show(Space space, BatchId id, @Nullable Outcome only) {
        Uploads.Of reachable = uploads.of(space.id(), signedIn.asker());
        Batch batch = reachable.batch(id);
        access = reachable;
        page = new ReportPage(space, batch, reachable, only, this::keepInAddress);
        name = batch.name();
        removeAll();
        add(page);
        getUI().ifPresent(this::watch);
    }

    private void watch(UI ui) {
        ReportPage shown = page;
        if (shown == null || access == null) {
            return;
        }
        subscription.run();
        var soon = new Soon(ui, shown::refresh);
        subscription = access.subscribe(soon::ask);
    }

    private void keepInAddress(@Nullable Outcome only) {
        getUI().ifPresent(ui -> {
            var here = ui.getInternals().getActiveViewLocation();
            QueryParameters query =
                    only == null ? QueryParameters.empty() : QueryParameters.of(ONLY, only.name());
            ui.getPage()
                    .getHistory()
                    .replaceState(null, new com.vaadin.flow.router.Location(here.getPath(), query));
        });
    }

    private static UUID parameter(BeforeEnterEvent event, String name) {
        return UUID.fromString(event.getRouteParameters().get(name).orElse(""));
    }

    private static @Nullable Outcome only(BeforeEnterEvent event) {
        String wanted =
                event.getLocation().getQueryParameters().getSingleParameter(ONLY).orElse("");
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.name().equals(wanted))
                .findFirst()
                .orElse(null);
    }
}
