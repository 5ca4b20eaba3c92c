package io.opslore.identity.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid.Column;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.opslore.identity.AccessToken;
import io.opslore.identity.Permission;
import io.opslore.identity.TokenOrder;
import io.opslore.kit.IconButton;
import io.opslore.kit.Narrow;
import io.opslore.kit.ReaderDates;
import io.opslore.kit.StateBadge;
import io.opslore.kit.TimeText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Everybody's access tokens. */
final class TokenGrid extends LazyGrid<AccessToken, TokenOrder> {

    private final Consumer<AccessToken> revoke;
    private final List<Column<AccessToken>> wideOnly;

    TokenGrid(Rows<AccessToken, TokenOrder> rows, Consumer<AccessToken> revoke) {
        super(TokenOrder.class, TokenOrder.CREATED, rows);
        this.revoke = revoke;
        addComponentColumn(this::name)
                .setHeader(getTranslation("tokens.name"))
                .setSortProperty(TokenOrder.NAME.name())
                .setFlexGrow(1);
        wideOnly =
                List.of(
                        addComponentColumn(token -> cut(token.username()))
                                .setHeader(getTranslation("tokens.person"))
                                .setSortProperty(TokenOrder.USERNAME.name())
                                .setWidth("12rem")
                                .setFlexGrow(0),
                        addComponentColumn(token -> cut(permissions(token)))
                                .setHeader(getTranslation("tokens.permissions"))
                                .setWidth("16rem")
                                .setFlexGrow(0),
                        addComponentColumn(token -> new TimeText(token.created()))
                                .setHeader(getTranslation("tokens.created"))
                                .setSortProperty(TokenOrder.CREATED.name())
                                .setWidth("9rem")
                                .setFlexGrow(0),
                        addComponentColumn(this::lastUsed)
                                .setHeader(getTranslation("tokens.lastUsed"))
                                .setSortProperty(TokenOrder.LAST_USED.name())
                                .setWidth("9rem")
                                .setFlexGrow(0),
                        addComponentColumn(this::expires)
                                .setHeader(getTranslation("tokens.expires"))
                                .setSortProperty(TokenOrder.EXPIRES.name())
                                .setWidth("9rem")
                                .setFlexGrow(0));
        addComponentColumn(this::action).setWidth("4rem").setFlexGrow(0);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        Narrow.watch(this, attached.getUI(), this::setNarrow);
    }

    private void setNarrow(boolean narrow) {
        wideOnly.forEach(column -> column.setVisible(!narrow));
        setClassName("narrow", narrow);
    }

    private Component name(AccessToken token) {
        Div facts = new Div(new Span(token.username()), expires(token));
        facts.addClassNames("facts", "if-narrow");
        Div name = new Div(cut(token.name()), facts);
        name.addClassName("two-lines");
        return name;
    }

    private Component lastUsed(AccessToken token) {
        return token.lastUsed() == null
                ? new Span(getTranslation("tokens.never"))
                : new TimeText(token.lastUsed());
    }

    private Component expires(AccessToken token) {
        return token.isExpiredAt(Instant.now())
                ? new StateBadge(StateBadge.Tone.QUIET, getTranslation("tokens.expired"))
                : new Span(
                        ReaderDates.text(
                                token.expires().atZone(ZoneOffset.UTC).toLocalDate().minusDays(1)));
    }

    private Component action(AccessToken token) {
        return new IconButton(
                VaadinIcon.TRASH,
                getTranslation("tokens.revoke.one", token.name()),
                () -> revoke.accept(token));
    }

    private static String permissions(AccessToken token) {
        return token.permissions().stream()
                .map(Permission::key)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static Span cut(String text) {
        Span span = new Span(text);
        span.addClassName("long");
        span.setTitle(text);
        return span;
    }
}
