package io.opslore.identity.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid.Column;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.opslore.identity.OpenSession;
import io.opslore.identity.SessionOrder;
import io.opslore.kit.IconButton;
import io.opslore.kit.Narrow;
import io.opslore.kit.TimeText;
import java.util.List;
import java.util.function.Consumer;

/** Who is signed in where. */
final class SessionGrid extends LazyGrid<OpenSession, SessionOrder> {

    private final Consumer<OpenSession> end;
    private final Consumer<OpenSession> endAll;
    private final List<Column<OpenSession>> wideOnly;

    SessionGrid(
            Rows<OpenSession, SessionOrder> rows,
            Consumer<OpenSession> end,
            Consumer<OpenSession> endAll) {
        super(SessionOrder.class, SessionOrder.LAST_SEEN, rows);
        this.end = end;
        this.endAll = endAll;
        addComponentColumn(this::person)
                .setHeader(getTranslation("sessions.person"))
                .setSortProperty(SessionOrder.USERNAME.name())
                .setFlexGrow(1);
        wideOnly =
                List.of(
                        addColumn(session -> session.origin().browser())
                                .setHeader(getTranslation("sessions.browser"))
                                .setTooltipGenerator(session -> session.origin().userAgent())
                                .setWidth("12rem")
                                .setFlexGrow(0),
                        addColumn(session -> session.origin().address())
                                .setHeader(getTranslation("sessions.address"))
                                .setSortProperty(SessionOrder.ADDRESS.name())
                                .setWidth("10rem")
                                .setFlexGrow(0),
                        addColumn(this::way)
                                .setHeader(getTranslation("sessions.way"))
                                .setWidth("8rem")
                                .setFlexGrow(0),
                        addComponentColumn(session -> new TimeText(session.since()))
                                .setHeader(getTranslation("sessions.since"))
                                .setSortProperty(SessionOrder.SINCE.name())
                                .setWidth("9rem")
                                .setFlexGrow(0),
                        addComponentColumn(session -> new TimeText(session.lastSeen()))
                                .setHeader(getTranslation("sessions.lastSeen"))
                                .setSortProperty(SessionOrder.LAST_SEEN.name())
                                .setWidth("9rem")
                                .setFlexGrow(0));
        addComponentColumn(this::actions).setWidth("6rem").setFlexGrow(0);
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

    private Component person(OpenSession session) {
        Span name = new Span(session.username());
        name.addClassName("long");
        name.setTitle(session.username());
        Div facts =
                new Div(
                        new Span(session.origin().browser()),
                        new Span(session.origin().address()),
                        new TimeText(session.lastSeen()));
        facts.addClassNames("facts", "if-narrow");
        Div person = new Div(name, facts);
        person.addClassName("two-lines");
        return person;
    }

    private String way(OpenSession session) {
        return session.provider().isEmpty()
                ? getTranslation("sessions.way.local")
                : session.provider();
    }

    private Component actions(OpenSession session) {
        Div actions =
                new Div(
                        new IconButton(
                                VaadinIcon.SIGN_OUT,
                                getTranslation("sessions.end.one", session.username()),
                                () -> end.accept(session)),
                        new IconButton(
                                VaadinIcon.BAN,
                                getTranslation("sessions.end.all", session.username()),
                                () -> endAll.accept(session)));
        actions.addClassName("row-actions");
        return actions;
    }
}
