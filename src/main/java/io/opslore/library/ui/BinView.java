package io.opslore.library.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.Permission;
import io.opslore.identity.SignedIn;
import io.opslore.kit.EmptyState;
import io.opslore.library.Bin;
import io.opslore.library.Grants;
import io.opslore.library.NotFound;
import io.opslore.library.Space;
import io.opslore.library.SpaceId;
import io.opslore.library.Spaces;
import jakarta.annotation.security.RolesAllowed;

/** What was removed from a space and can still be brought back. */
@Route(DocumentNavigation.BIN_ROUTE)
@RolesAllowed(SignedIn.USER)
class BinView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Bin bin;
    private final Spaces spaces;
    private final Discarding discarding;
    private final Grants grants;
    private final SignedIn signedIn;

    BinView(Bin bin, Spaces spaces, Discarding discarding, Grants grants, SignedIn signedIn) {
        this.bin = bin;
        this.spaces = spaces;
        this.discarding = discarding;
        this.grants = grants;
        this.signedIn = signedIn;
        addClassName("bin-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            show(
                    AddressPart.path(event, DocumentNavigation.SPACE)
                            .map(id -> spaces.space(new SpaceId(id), signedIn.asker()))
                            .orElseThrow(() -> new NotFound("Space")));
        } catch (NotFound notFound) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("bin.title") + " · OpsLore";
    }

    private void show(Space space) {
        removeAll();
        try {
            add(
                    new BinPage(
                            space,
                            bin.in(space.id(), signedIn.asker()),
                            bin.retention(),
                            grants.may(Permission.DOCUMENT_PURGE, space.id(), signedIn.asker()),
                            new BinChoices(discarding, () -> show(space))));
        } catch (NotAllowed notAllowed) {
            add(
                    new EmptyState(
                            VaadinIcon.LOCK,
                            getTranslation("bin.notAllowed"),
                            getTranslation("bin.notAllowed.hint")));
        }
    }
}
