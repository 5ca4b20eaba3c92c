package io.opslore.identity.ui;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinServletRequest;
import io.opslore.kit.IconButton;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The addresses of the portal that a provider must be told. */
class ProviderAddresses extends Div {

    private static final String PLACEHOLDER = "…";

    private final String portal =
            ServletUriComponentsBuilder.fromContextPath(
                            VaadinServletRequest.getCurrent().getHttpServletRequest())
                    .toUriString();
    private final Div lines = new Div();

    ProviderAddresses() {
        addClassName("provider-addresses");
        add(new Paragraph(getTranslation("providers.addresses")), lines);
        show("");
    }

    /** Those of the provider with this key. */
    void show(String key) {
        String shown = key.isBlank() ? PLACEHOLDER : key;
        lines.removeAll();
        line("redirect", "/login/oauth2/code/" + shown);
        line("backChannel", "/logout/connect/back-channel/" + shown);
        line("postLogout", "/login");
    }

    private void line(String name, String path) {
        String label = getTranslation("providers.address." + name);
        IconButton copy = IconButton.copying(getTranslation("providers.copy", label));
        copy.setCopied(portal + path);
        Code address = new Code(portal + path);
        address.setTitle(portal + path);
        Div line = new Div(new Span(label), address, copy);
        line.addClassName("provider-address");
        lines.add(line);
    }
}
