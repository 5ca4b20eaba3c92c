package io.opslore.sources.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinServletRequest;
import io.opslore.kit.IconButton;
import io.opslore.sources.SourceId;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Where a Git server tells of pushes, and what it signs with: shown only where it was just made.
 */
class HookDialog extends Dialog {

    private final Div fields = new Div();

    /** Right after the secret was made. */
    HookDialog(SourceId id, String name, String secret) {
        begin(id, name);
        // Not by a click beside it: what is gone cannot be had again.
        setCloseOnOutsideClick(false);
        box("feeds.hook.secret", secret);
        fields.add(new Paragraph(getTranslation("feeds.hook.once")));
        Button done = new Button(getTranslation("feeds.hook.done"), click -> close());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(done);
    }

    /**
     * @param another makes another secret
     */
    HookDialog(SourceId id, String name, Runnable another) {
        begin(id, name);
        fields.add(new Paragraph(getTranslation("feeds.hook.hidden")));
        Button make =
                new Button(
                        getTranslation("feeds.hook.new"),
                        click -> {
                            close();
                            another.run();
                        });
        getFooter().add(make, new Button(getTranslation("kit.close"), click -> close()));
    }

    private void begin(SourceId id, String name) {
        setHeaderTitle(getTranslation("feeds.hook.title", name));
        setWidth("40rem");
        setMaxWidth("100%");
        fields.addClassName("dialog-fields");
        fields.add(new Paragraph(getTranslation("feeds.hook.how")));
        box("feeds.hook.address", portal() + "/hooks/git/" + id.value());
        add(fields);
    }

    private void box(String label, String text) {
        Pre shown = new Pre(text);
        shown.addClassName("secret-text");
        shown.getElement().setAttribute("tabindex", "0");
        IconButton copy =
                IconButton.copying(getTranslation("feeds.hook.copy", getTranslation(label)));
        copy.setCopied(text);
        Div box = new Div(shown, copy);
        box.addClassName("secret-box");
        Span name = new Span(getTranslation(label));
        name.addClassName("feed-label");
        fields.add(new Div(name, box));
    }

    private static String portal() {
        return ServletUriComponentsBuilder.fromContextPath(
                        VaadinServletRequest.getCurrent().getHttpServletRequest())
                .toUriString();
    }
}
