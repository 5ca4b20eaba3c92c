package io.opslore.ingest.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.opslore.identity.SignedIn;
import io.opslore.ingest.Batch;
import io.opslore.kit.EmptyState;
import io.opslore.kit.TimeText;
import io.opslore.library.NotFound;
import io.opslore.library.Space;
import io.opslore.library.SpaceId;
import io.opslore.library.Spaces;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;

/** The latest uploads to a space, each with its report. */
@Route(UploadNavigation.LIST)
@RolesAllowed(SignedIn.USER)
class UploadsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Spaces spaces;
    private final Uploads uploads;
    private final SignedIn signedIn;

    UploadsView(Spaces spaces, Uploads uploads, SignedIn signedIn) {
        this.spaces = spaces;
        this.uploads = uploads;
        this.signedIn = signedIn;
        addClassName("sources-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            String id = event.getRouteParameters().get(UploadNavigation.SPACE).orElse("");
            show(spaces.space(new SpaceId(UUID.fromString(id)), signedIn.asker()));
        } catch (NotFound | IllegalArgumentException notFound) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("batch.list") + " · OpsLore";
    }

    private void show(Space space) {
        removeAll();
        List<Batch> latest = uploads.of(space.id(), signedIn.asker()).all();
        Div head = new Div(new H1(getTranslation("batch.list")));
        head.addClassName("view-head");
        add(SpacePath.toUploads(space), head);
        if (latest.isEmpty()) {
            add(
                    new EmptyState(
                            VaadinIcon.UPLOAD_ALT,
                            getTranslation("batch.none"),
                            getTranslation("batch.none.hint")));
        }
        Div rows = new Div();
        rows.addClassName("batch-list");
        latest.forEach(batch -> rows.add(row(batch)));
        add(rows);
    }

    private Anchor row(Batch batch) {
        Span name = new Span(batch.name());
        name.addClassName("batch-name");
        Span state = new Span(BatchText.state(batch));
        Div counts = new Div();
        BatchText.counts(batch.counts()).forEach(counts::add);
        counts.addClassName("facts");
        Span who = new Span(new Span(batch.startedBy() + ", "), new TimeText(batch.startedAt()));
        who.addClassName("secondary");
        Anchor row = new Anchor(UploadNavigation.report(batch), "");
        row.add(name, who, state, counts);
        return row;
    }
}
