package io.opslore.identity.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.opslore.identity.Provider;
import io.opslore.identity.ui.ProviderGrid.Line;
import io.opslore.kit.EmptyState;
import io.opslore.kit.IconButton;
import io.opslore.kit.StateBadge;
import org.jspecify.annotations.Nullable;

/** The providers in the order in which they are offered; a handful, so all at once. */
class ProviderGrid extends Grid<Line> {

    /** What can be done with one. */
    interface Actions {

        /** Null for a new one. */
        void open(@Nullable Provider provider);

        void enable(Provider provider, boolean enabled);

        void moveUp(Provider provider);

        void remove(Provider provider);
    }

    /**
     * @param accounts how many sign in there
     */
    record Line(Provider provider, int accounts) {}

    private final Actions actions;

    ProviderGrid(Actions actions) {
        this.actions = actions;
        addClassName("admin-grid");
        setSelectionMode(SelectionMode.NONE);
        setEmptyStateComponent(
                new EmptyState(
                        VaadinIcon.SIGN_IN,
                        getTranslation("providers.none"),
                        getTranslation("providers.none.hint")));
        addComponentColumn(this::name)
                .setHeader(getTranslation("providers.name"))
                .setFlexGrow(1)
                .setWidth("11rem");
        addComponentColumn(this::state)
                .setHeader(getTranslation("providers.state"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        addColumn(Line::accounts)
                .setHeader(getTranslation("providers.accounts"))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        addComponentColumn(this::buttons)
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("11rem")
                .setFlexGrow(0);
        addItemClickListener(click -> actions.open(click.getItem().provider()));
    }

    private Div name(Line line) {
        Span name = ellipsed(line.provider().name());
        Span issuer = ellipsed(line.provider().issuer());
        issuer.addClassName("provider-issuer");
        return new Div(name, issuer);
    }

    private static Span ellipsed(String text) {
        Span span = new Span(text);
        span.addClassName("long");
        span.setTitle(text);
        return span;
    }

    private StateBadge state(Line line) {
        return line.provider().enabled()
                ? new StateBadge(StateBadge.Tone.GOOD, getTranslation("providers.state.on"))
                : new StateBadge(StateBadge.Tone.QUIET, getTranslation("providers.state.off"));
    }

    private Div buttons(Line line) {
        Provider provider = line.provider();
        IconButton up =
                new IconButton(
                        VaadinIcon.ARROW_UP,
                        getTranslation("providers.up", provider.name()),
                        () -> actions.moveUp(provider));
        IconButton edit =
                new IconButton(
                        VaadinIcon.EDIT,
                        getTranslation("providers.edit", provider.name()),
                        () -> actions.open(provider));
        IconButton toggle =
                new IconButton(
                        provider.enabled() ? VaadinIcon.PAUSE : VaadinIcon.PLAY,
                        getTranslation(
                                provider.enabled() ? "providers.disable" : "providers.enable",
                                provider.name()),
                        () -> actions.enable(provider, !provider.enabled()));
        IconButton remove =
                new IconButton(
                        VaadinIcon.TRASH,
                        getTranslation("providers.remove", provider.name()),
                        () -> askToRemove(line));
        return new Div(up, edit, toggle, remove);
    }

    private void askToRemove(Line line) {
        Provider provider = line.provider();
        Question.sternly(
                        getTranslation("providers.remove.ask", provider.name()),
                        getTranslation("providers.remove.text", line.accounts()),
                        getTranslation("providers.remove.confirm"),
                        () -> actions.remove(provider))
                .open();
    }
}
