package io.opslore.retrieval.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.identity.SignedIn;
import io.opslore.kit.Confirmation;
import io.opslore.kit.EmptyState;
import io.opslore.kit.Toast;
import io.opslore.replicas.Portals;
import io.opslore.retrieval.GenerationState;
import io.opslore.retrieval.GenerationStatus;
import io.opslore.retrieval.Reindexing;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/**
 * The index generations: which one answers, which one is being built, which can be gone back to.
 */
@Route("admin/index")
@Menu(title = "Index", order = 90, icon = "vaadin:cubes")
@RolesAllowed(SignedIn.USER)
@NeedsPermission(Permission.INDEX_MANAGE)
class IndexView extends Div implements HasDynamicTitle {

    private final Reindexing reindexing;
    private final SignedIn signedIn;
    private final Portals portals;
    private final Button rebuild;
    private final Div cards = new Div();
    private Runnable subscription = () -> {};

    IndexView(Reindexing reindexing, SignedIn signedIn, Portals portals) {
        this.reindexing = reindexing;
        this.signedIn = signedIn;
        this.portals = portals;
        this.rebuild =
                new Button(
                        getTranslation("index.rebuild"),
                        new Icon(VaadinIcon.REFRESH),
                        click -> askToRebuild());
        layOut();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("index.title") + " · OpsLore";
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        subscription = reindexing.subscribe(signedIn.asker(), () -> ui.access(this::show));
        show();
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        subscription.run();
    }

    private void layOut() {
        addClassName("index-view");
        Div head = new Div(new H1(getTranslation("index.title")), rebuild);
        head.addClassName("view-head");
        Paragraph hint = new Paragraph(getTranslation("index.hint"));
        hint.addClassName("secondary");
        cards.addClassName("generations");
        add(head, hint, cards);
    }

    private void show() {
        List<GenerationStatus> all = reindexing.generations(signedIn.asker());
        cards.removeAll();
        reindexing
                .away(signedIn.asker())
                .ifPresent(why ->
                        cards.add(GenerationCard.warning(getTranslation("index.away.now", why))));
        rebuild.setEnabled(all.stream().noneMatch(IndexView::isBuilding));
        if (all.stream().allMatch(it -> it.documents() == 0)) {
            cards.add(
                    new EmptyState(
                            VaadinIcon.CUBES,
                            getTranslation("index.nothing"),
                            getTranslation("index.nothing.hint")));
        }
        all.stream().map(status -> new GenerationCard(status, this::act)).forEach(cards::add);
        cards.add(new PortalList(portals));
    }

    private static boolean isBuilding(GenerationStatus status) {
        return status.generation().state() == GenerationState.BUILDING;
    }

    private void askToRebuild() {
        ask("index.rebuild", () -> changed(reindexing.rebuild(signedIn.asker())));
    }

    private void act(GenerationStatus status, GenerationIntent intent) {
        var id = status.generation().id();
        var asker = signedIn.asker();
        switch (intent) {
            case PAUSE -> changed(reindexing.pause(id, asker));
            case GO_ON -> changed(reindexing.goOn(id, asker));
            case CANCEL -> ask("index.cancel", () -> changed(reindexing.cancel(id, asker)));
            case REVERT -> ask("index.revert", () -> changed(reindexing.revert(id, asker)));
            case DROP -> ask("index.drop", () -> changed(reindexing.drop(id, asker)));
        }
    }

    private void ask(String key, Runnable confirmed) {
        Confirmation.ask(
                getTranslation(key + ".ask"),
                getTranslation(key + ".text"),
                getTranslation(key),
                confirmed);
    }

    private void changed(boolean inTime) {
        if (!inTime) {
            Toast.failed(getTranslation("index.overtaken"));
        }
        show();
    }
}
