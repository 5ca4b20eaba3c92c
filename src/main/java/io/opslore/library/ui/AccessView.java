package io.opslore.library.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.SignedIn;
import io.opslore.kit.EmptyState;
import io.opslore.library.NotFound;
import io.opslore.library.Space;
import io.opslore.library.SpaceId;
import io.opslore.library.Spaces;
import jakarta.annotation.security.RolesAllowed;

/** Who may see a space, and which of its documents fewer may see. */
@Route(DocumentNavigation.ACCESS_ROUTE)
@RolesAllowed(SignedIn.USER)
class AccessView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Spaces spaces;
    private final AccessActions actions;

    AccessView(Spaces spaces, AccessActions actions) {
        this.spaces = spaces;
        this.actions = actions;
        addClassName("access-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            show(
                    AddressPart.path(event, DocumentNavigation.SPACE)
                            .map(id -> spaces.space(new SpaceId(id), actions.asker()))
                            .orElseThrow(() -> new NotFound("Space")));
        } catch (NotFound notFound) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("access.title") + " · OpsLore";
    }

    private void show(Space space) {
        removeAll();
        try {
            add(new AccessPage(space, actions));
        } catch (NotAllowed notAllowed) {
            add(
                    new EmptyState(
                            VaadinIcon.LOCK,
                            getTranslation("access.notAllowed"),
                            getTranslation("access.notAllowed.hint")));
        }
    }
}
