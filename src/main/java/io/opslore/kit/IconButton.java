package io.opslore.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;

/** A button that is only an icon: always named for screen readers and by a tooltip. */
public final class IconButton extends Button {

    public IconButton(VaadinIcon icon, String name, Runnable onClick) {
        super(new Icon(icon), click -> onClick.run());
        rename(name);
        addThemeVariants(ButtonVariant.TERTIARY);
        addClassName("icon-button");
    }

    /** Copies a text to the clipboard, without asking the server. */
    public static IconButton copying(String name) {
        IconButton button = new IconButton(VaadinIcon.COPY_O, name, () -> {});
        button.addClassName("copy-text");
        ClientScript.loadFor(button);
        return button;
    }

    /** Says what it does now. */
    public void rename(String name) {
        setAriaLabel(name);
        setTooltipText(name);
    }

    /** Shows another icon. */
    public void setIcon(VaadinIcon icon) {
        setIcon(new Icon(icon));
    }

    /** What a {@link #copying} button copies. */
    public void setCopied(String text) {
        getElement().setProperty("copyText", text);
    }
}
