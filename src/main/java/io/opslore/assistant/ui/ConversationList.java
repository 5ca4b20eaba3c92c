package io.opslore.assistant.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.opslore.assistant.Conversation;
import io.opslore.assistant.ConversationId;
import io.opslore.assistant.SharedWith;
import io.opslore.kit.IconButton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reader's conversations; on a narrow page it lies over the dialogue while it is open. */
final class ConversationList extends Aside {

    /** More than this is found by searching. */
    private static final int MOST = 100;

    private final Actions actions;
    private final TextField search = new TextField();
    private final Nav rows = new Nav();
    private final Nav shared = new Nav();

    /** What the list can ask for. */
    interface Actions {

        /** The text sought has changed. */
        void search();

        void startNew();

        void rename(Conversation conversation, String title);

        void delete(Conversation conversation);
    }

    ConversationList(Actions actions) {
        this.actions = actions;
        layOut();
    }

    String sought() {
        return search.getValue();
    }

    void open() {
        addClassName("open");
        search.focus();
    }

    void close() {
        removeClassName("open");
    }

    void show(List<Conversation> conversations, @Nullable ConversationId current) {
        rows.removeAll();
        conversations.stream().limit(MOST).forEach(one -> rows.add(row(one, current)));
        if (conversations.isEmpty()) {
            rows.add(hint(sought().isBlank() ? "ask.list.empty" : "ask.list.notFound"));
        } else if (conversations.size() > MOST) {
            rows.add(hint("ask.list.more"));
        }
    }

    /** Other people's, which they let the reader read; nothing where there are none. */
    void showShared(List<SharedWith> conversations) {
        shared.removeAll();
        shared.setVisible(!conversations.isEmpty());
        shared.add(new H2(getTranslation("share.withMe")));
        conversations.stream().limit(MOST).forEach(one -> shared.add(row(one)));
    }

    private Div row(SharedWith conversation) {
        Anchor link = new Anchor(SharedView.address(conversation.id()), conversation.title());
        link.setTitle(getTranslation("share.by", conversation.owner()));
        Span owner = new Span(conversation.owner());
        owner.addClassName("secondary");
        Div row = new Div(link, owner);
        row.addClassNames("conversation", "shared");
        return row;
    }

    private void layOut() {
        addClassName("conversations");
        Button fresh =
                new Button(
                        getTranslation("ask.new"), new Icon(VaadinIcon.PLUS), click -> startNew());
        IconButton close =
                new IconButton(VaadinIcon.CLOSE, getTranslation("kit.close"), this::close);
        close.addClassName("narrow-only");
        Div head = new Div(fresh, close);
        head.addClassName("conversations-head");
        search.setPlaceholder(getTranslation("ask.list.search"));
        search.setAriaLabel(getTranslation("ask.list.search"));
        search.setPrefixComponent(new Icon(VaadinIcon.SEARCH));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> actions.search());
        rows.getElement().setAttribute("aria-label", getTranslation("ask.conversations"));
        shared.getElement().setAttribute("aria-label", getTranslation("share.withMe"));
        shared.addClassName("shared-conversations");
        Div backdrop = new Div();
        backdrop.addClassName("backdrop");
        backdrop.addClickListener(click -> close());
        Div drawer = new Div(head, search, rows, shared);
        drawer.addClassName("drawer");
        Shortcuts.addShortcutListener(this, this::close, Key.ESCAPE).listenOn(drawer);
        add(backdrop, drawer);
    }

    private void startNew() {
        close();
        actions.startNew();
    }

    private Div row(Conversation conversation, @Nullable ConversationId current) {
        Anchor link = new Anchor(ConversationLink.to(conversation.id()), conversation.title());
        link.getElement().setAttribute("title", conversation.title());
        link.getElement().addEventListener("click", event -> close());
        boolean selected = conversation.id().equals(current);
        link.getElement().setAttribute("aria-current", selected ? "page" : "false");
        IconButton rename =
                new IconButton(
                        VaadinIcon.PENCIL,
                        getTranslation("ask.rename"),
                        () -> rename(conversation));
        IconButton delete =
                new IconButton(
                        VaadinIcon.TRASH, getTranslation("ask.delete"), () -> delete(conversation));
        Div row = new Div(link, rename, delete);
        row.addClassName("conversation");
        return row;
    }

    private Paragraph hint(String key) {
        Paragraph hint = new Paragraph(getTranslation(key));
        hint.addClassName("secondary");
        return hint;
    }

    private void rename(Conversation conversation) {
        new RenameDialog(conversation.title(), title -> actions.rename(conversation, title)).open();
    }

    private void delete(Conversation conversation) {
        ConfirmDialog dialog =
                new ConfirmDialog(
                        getTranslation("ask.delete.title"),
                        getTranslation("ask.delete.text", conversation.title()),
                        getTranslation("ask.delete.confirm"),
                        confirmed -> actions.delete(conversation));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("kit.cancel"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
    }
}
