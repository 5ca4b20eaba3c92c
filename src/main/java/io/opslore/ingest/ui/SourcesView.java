package io.opslore.ingest.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opslore.identity.Permission;
import io.opslore.identity.SignedIn;
import io.opslore.ingest.NewSpaces;
import io.opslore.ingest.SampleSpace;
import io.opslore.kit.EmptyState;
import io.opslore.library.Space;
import io.opslore.library.SpaceId;
import io.opslore.library.SpaceNameTaken;
import io.opslore.library.Spaces;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;

/** The spaces that the reader may open. */
@Route("sources")
@Menu(title = "Sources", order = 2, icon = "vaadin:records")
@RolesAllowed(SignedIn.USER)
class SourcesView extends Div implements HasDynamicTitle {

    private final Spaces spaces;
    private final NewSpaces newSpaces;
    private final SampleSpace samples;
    private final SignedIn signedIn;

    SourcesView(Spaces spaces, NewSpaces newSpaces, SampleSpace samples, SignedIn signedIn) {
        this.spaces = spaces;
        this.newSpaces = newSpaces;
        this.samples = samples;
        this.signedIn = signedIn;
        layOut();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("sources.title") + " · OpsLore";
    }

    private void layOut() {
        addClassName("sources-view");
        List<Space> readable = spaces.readable(signedIn.asker());
        boolean admin = signedIn.may(Permission.SPACE_CREATE);
        if (readable.isEmpty()) {
            add(admin ? nothingYet() : nothingForYou());
            return;
        }
        Div head = new Div(new H1(getTranslation("sources.title")));
        head.addClassName("view-head");
        if (admin) {
            head.add(newSpace());
        }
        Div cards = new Div();
        cards.addClassName("cards");
        readable.forEach(space -> cards.add(new SpaceCard(space)));
        add(head, cards);
    }

    private EmptyState nothingYet() {
        Button sample = new Button(getTranslation("sources.sample"), click -> loadSamples());
        sample.setDisableOnClick(true);
        sample.addThemeVariants(ButtonVariant.PRIMARY);
        return new EmptyState(
                VaadinIcon.RECORDS,
                getTranslation("sources.none"),
                getTranslation("sources.none.hint"),
                sample,
                newSpace());
    }

    private EmptyState nothingForYou() {
        return new EmptyState(
                VaadinIcon.LOCK,
                getTranslation("sources.noneForYou"),
                getTranslation("sources.noneForYou.hint"));
    }

    private Button newSpace() {
        return new Button(
                getTranslation("sources.space.new"),
                new Icon(VaadinIcon.PLUS),
                click -> new NewSpaceDialog(this::create).open());
    }

    private Optional<String> create(NewSpaceDialog.NewSpace wanted) {
        try {
            open(newSpaces.create(wanted.name(), wanted.description(), signedIn.asker()).id());
            return Optional.empty();
        } catch (SpaceNameTaken taken) {
            return Optional.of(getTranslation("sources.space.nameTaken"));
        }
    }

    private void loadSamples() {
        open(samples.load(signedIn.asker()).id());
    }

    private static void open(SpaceId space) {
        UI.getCurrent().navigate(SpaceView.class, SpaceView.parameters(space));
    }
}
