package io.opslore.sources.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opslore.connections.ConnectionInfo;
import io.opslore.connections.Connections;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.identity.SignedIn;
import io.opslore.kit.EmptyState;
import io.opslore.library.Grants;
import io.opslore.library.Space;
import io.opslore.library.Spaces;
import io.opslore.sources.SourceOffer;
import io.opslore.sources.SourceStatus;
import io.opslore.sources.Sources;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What comes in from elsewhere by itself, and where that stands. */
@Route("admin/sources")
@Menu(title = "Feeds", order = 61, icon = "vaadin:retweet")
@RolesAllowed(SignedIn.USER)
@NeedsPermission(Permission.CONNECTION_MANAGE)
class FeedsView extends Div implements HasDynamicTitle {

    private final Sources sources;
    private final Connections connections;
    private final Spaces spaces;
    private final Grants grants;
    private final SignedIn signedIn;
    private final FeedActions actions;
    private final Div cards = new Div();
    private final Button add =
            new Button(getTranslation("feeds.add"), new Icon(VaadinIcon.PLUS), click -> open(null));
    private Runnable subscription = () -> {};

    FeedsView(
            Sources sources,
            Connections connections,
            Spaces spaces,
            Grants grants,
            SignedIn signedIn) {
        this.sources = sources;
        this.connections = connections;
        this.spaces = spaces;
        this.grants = grants;
        this.signedIn = signedIn;
        this.actions = new FeedActions(sources, signedIn, this::show, this::open);
        layOut();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("feeds.title") + " · OpsLore";
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        subscription = sources.subscribe(signedIn.asker(), () -> ui.access(this::show));
        show();
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        subscription.run();
    }

    private void layOut() {
        addClassNames("admin-page", "feeds-view");
        add.addThemeVariants(ButtonVariant.PRIMARY);
        Div head = new Div(new H1(getTranslation("feeds.title")), add);
        head.addClassName("view-head");
        cards.addClassName("feeds");
        add(head, new Paragraph(getTranslation("feeds.purpose")), cards);
    }

    private void show() {
        List<Space> readable = spaces.readable(signedIn.asker());
        List<SourceStatus> all = sources.all(signedIn.asker());
        boolean ready = !followable().isEmpty() && !writable().isEmpty();
        add.setEnabled(ready);
        cards.removeAll();
        if (all.isEmpty()) {
            cards.add(ready ? nothingYet() : nothingToFeedFrom());
        }
        for (SourceStatus status : all) {
            String space =
                    readable.stream()
                            .filter(one -> one.id().equals(status.source().space()))
                            .map(Space::name)
                            .findFirst()
                            .orElse("");
            cards.add(new FeedCard(status, space, actions));
        }
    }

    private EmptyState nothingYet() {
        return new EmptyState(
                VaadinIcon.RETWEET,
                getTranslation("feeds.none"),
                getTranslation("feeds.none.hint"));
    }

    private EmptyState nothingToFeedFrom() {
        return new EmptyState(
                VaadinIcon.PLUG,
                getTranslation("feeds.noConnection"),
                getTranslation("feeds.noConnection.hint"),
                new Anchor("admin/connections", getTranslation("feeds.toConnections")));
    }

    /** Those that something can be followed at. */
    private List<ConnectionInfo> followable() {
        Set<String> kinds =
                sources.offers(signedIn.asker()).stream()
                        .map(SourceOffer::connection)
                        .collect(Collectors.toSet());
        return connections.usable(signedIn.asker()).stream()
                .filter(one -> kinds.contains(one.kind()))
                .toList();
    }

    private List<Space> writable() {
        return spaces.readable(signedIn.asker()).stream()
                .filter(space -> grants.mayWrite(space.id(), signedIn.asker()))
                .toList();
    }

    private void open(@Nullable SourceStatus status) {
        var choices =
                new FeedForm.Choices(followable(), sources.offers(signedIn.asker()), writable());
        var form = new FeedForm(choices, status == null ? null : status.source());
        new FeedDialog(form, actions).open();
    }
}
