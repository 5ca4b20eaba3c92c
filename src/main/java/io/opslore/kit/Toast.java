package io.opslore.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.i18n.I18NProvider;

/** Short messages that come and go. */
public final class Toast {

    private static final int SECONDS = 1000;

    private Toast() {}

    /** Something worked. */
    public static void done(String message) {
        Notification.show(message, 4 * SECONDS, Notification.Position.BOTTOM_END);
    }

    /**
     * Something worked, and there is something to do about it.
     *
     * @param action what the button says
     */
    public static void done(String message, String action, Runnable onClick) {
        Notification notification = new Notification();
        notification.setDuration(12 * SECONDS);
        notification.setPosition(Notification.Position.BOTTOM_END);
        Span text = new Span(message);
        text.addClassName("toast-text");
        Button button =
                new Button(
                        action,
                        click -> {
                            notification.close();
                            onClick.run();
                        });
        button.addThemeVariants(ButtonVariant.TERTIARY);
        notification.add(text, button);
        notification.open();
    }

    /** Something did not work; stays long enough to be read, and can be closed. */
    public static void failed(String message) {
        Notification notification = new Notification();
        notification.setDuration(12 * SECONDS);
        notification.setPosition(Notification.Position.BOTTOM_END);
        notification.addThemeVariants(NotificationVariant.ERROR);
        notification.setAssertive(true);
        Span text = new Span(message);
        IconButton close =
                new IconButton(
                        VaadinIcon.CLOSE_SMALL,
                        I18NProvider.translate("kit.close"),
                        notification::close);
        text.addClassName("toast-text");
        notification.add(text, close);
        notification.open();
    }
}
