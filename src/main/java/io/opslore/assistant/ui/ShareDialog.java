package io.opslore.assistant.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.opslore.assistant.Conversation;
import io.opslore.identity.Directory;
import io.opslore.identity.Grantee;
import io.opslore.identity.NotAllowed;
import io.opslore.kit.IconButton;
import io.opslore.kit.Toast;
import io.opslore.library.NotFound;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Says who may read a conversation. */
final class ShareDialog extends Dialog {

    private final Conversation conversation;
    private final ConversationShares shares;
    private final Set<Grantee> readers = new LinkedHashSet<>();
    private final ComboBox<Directory.Named> picker = new ComboBox<>();
    private final Div names = new Div();

    ShareDialog(Conversation conversation, ConversationShares shares) {
        this.conversation = conversation;
        this.shares = shares;
        readers.addAll(shares.readers(conversation.id()));
        layOut();
        showNames();
    }

    private void layOut() {
        setHeaderTitle(getTranslation("share.title"));
        addClassName("share-dialog");
        Paragraph hint = new Paragraph(getTranslation("share.hint"));
        hint.addClassName("secondary");
        picker.setPlaceholder(getTranslation("share.pick"));
        picker.setAriaLabel(getTranslation("share.pick"));
        picker.setItemLabelGenerator(Directory.Named::name);
        picker.setRenderer(new ComponentRenderer<>(ShareDialog::choice));
        picker.setItems(query ->
                shares.named(query.getFilter().orElse(""), query.getOffset(), query.getLimit()));
        picker.setWidthFull();
        picker.setEnabled(shares.areAllowed());
        picker.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                readers.add(change.getValue().grantee());
                picker.clear();
                showNames();
            }
        });
        names.addClassName("grantee-list");
        Div fields = new Div(hint, picker, names);
        fields.addClassName("dialog-fields");
        add(fields);
        Button save = new Button(getTranslation("kit.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(link(), new Button(getTranslation("kit.cancel"), click -> close()), save);
    }

    /** It opens for those who are named here, and for nobody else. */
    private IconButton link() {
        IconButton link = IconButton.copying(getTranslation("share.link"));
        link.setIcon(VaadinIcon.LINK);
        link.getElement()
                .executeJs(
                        "this.copyText = new URL($0, document.baseURI).href",
                        SharedView.address(conversation.id()));
        return link;
    }

    private void showNames() {
        names.removeAll();
        Map<Grantee, Directory.Named> known = shares.names(readers);
        readers.forEach(reader -> names.add(row(reader, known.get(reader))));
        if (readers.isEmpty()) {
            names.add(new Paragraph(getTranslation("share.nobody")));
        }
    }

    private Div row(Grantee reader, Directory.@org.jspecify.annotations.Nullable Named named) {
        String text = named == null ? getTranslation("access.gone") : named.name();
        Span name = new Span(text);
        name.addClassName("ellipsed");
        name.setTitle(text);
        Div grantee = new Div(icon(reader), name);
        grantee.addClassName("grantee");
        Div row =
                new Div(
                        grantee,
                        new IconButton(
                                VaadinIcon.CLOSE_SMALL,
                                getTranslation("access.remove", text),
                                () -> {
                                    readers.remove(reader);
                                    showNames();
                                }));
        row.addClassName("grantee-row");
        return row;
    }

    private static Div choice(Directory.Named named) {
        Span detail = new Span(named.detail());
        detail.addClassName("secondary");
        detail.setVisible(!named.detail().equals(named.name()));
        Div choice = new Div(icon(named.grantee()), new Span(named.name()), detail);
        choice.addClassName("grantee");
        return choice;
    }

    private static Icon icon(Grantee grantee) {
        Icon icon =
                new Icon(grantee instanceof Grantee.Person ? VaadinIcon.USER : VaadinIcon.GROUP);
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }

    private void save() {
        try {
            shares.share(conversation.id(), readers);
            Toast.done(getTranslation(readers.isEmpty() ? "share.ended" : "share.done"));
        } catch (NotAllowed | NotFound refused) {
            Toast.failed(getTranslation("access.refused"));
        }
        close();
    }
}
