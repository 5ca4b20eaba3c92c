package io.opslore.assistant.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.opslore.assistant.Conversation;
import io.opslore.identity.Asker;
import io.opslore.kit.IconButton;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be done with the conversation that is open: let others read it, take it along. */
final class ConversationTools extends Div {

    private final ConversationShares shares;
    private final Asker asker;

    ConversationTools(ConversationShares shares, Asker asker) {
        this.shares = shares;
        this.asker = asker;
        addClassName("conversation-tools");
    }

    void show(@Nullable Conversation conversation) {
        removeAll();
        if (conversation == null) {
            return;
        }
        if (shares.areAllowed()) {
            add(export(conversation));
        }
        if (shares.areAllowed() || !shares.readers(conversation.id()).isEmpty()) {
            add(
                    new IconButton(
                            VaadinIcon.SHARE,
                            getTranslation("share.open"),
                            () -> new ShareDialog(conversation, shares).open()));
        }
    }

    private Anchor export(Conversation conversation) {
        Locale locale = UI.getCurrent().getLocale();
        Anchor link =
                new Anchor(
                        DownloadHandler.fromInputStream(request -> {
                            byte[] text =
                                    shares.markdown(
                                                    conversation,
                                                    (key, values) ->
                                                            I18NProvider.translate(
                                                                    locale, key, values),
                                                    asker)
                                            .getBytes(StandardCharsets.UTF_8);
                            return new DownloadResponse(
                                    new ByteArrayInputStream(text),
                                    fileName(conversation),
                                    "text/markdown;charset=utf-8",
                                    text.length);
                        }),
                        "");
        link.add(new Icon(VaadinIcon.DOWNLOAD_ALT));
        link.addClassName("icon-link");
        link.setAriaLabel(getTranslation("export.open"));
        link.setTitle(getTranslation("export.open"));
        return link;
    }

    private static String fileName(Conversation conversation) {
        return conversation
                        .title()
                        .replaceAll("[^\\p{L}\\p{N} ._-]+", " ")
                        .strip()
                        .replace(' ', '-')
                + ".md";
    }
}
