package io.opslore.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.opslore.identity.SignedIn;
import io.opslore.kit.OutsideAddress;
import jakarta.annotation.security.RolesAllowed;

/**
 * Stands between a link in a text and the place outside that it leads to: says which host that is,
 * and goes there only on a click.
 */
@Route(value = "leave", autoLayout = false)
@RolesAllowed(SignedIn.USER)
class LeaveView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    LeaveView() {
        addClassNames("sign-in", "leave");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String to = event.getLocation().getQueryParameters().getSingleParameter("to").orElse("");
        removeAll();
        add(new H1(getTranslation("leave.title")));
        OutsideAddress.of(to).ifPresentOrElse(this::ask, () -> refuse(to));
        add(new Paragraph(getTranslation("leave.stay")), portal());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("leave.title") + " · OpsLore";
    }

    private void ask(OutsideAddress outside) {
        var host = new Div(outside.host());
        host.addClassName("leave-host");
        add(new Paragraph(getTranslation("leave.host")), host, whole(outside.address()));
        if (outside.isDisguised()) {
            add(warning("leave.disguised"));
        }
        if (outside.carriesData()) {
            add(warning("leave.data"));
        }
        var go = new Anchor(outside.address(), getTranslation("leave.go", outside.host()));
        go.addClassName("leave-go");
        go.setRouterIgnore(true);
        go.getElement().setAttribute("rel", "noopener noreferrer nofollow");
        add(go);
    }

    private void refuse(String text) {
        add(new Paragraph(getTranslation("leave.malformed")), whole(text));
    }

    private static Div whole(String address) {
        var whole = new Div(address);
        whole.addClassName("leave-address");
        return whole;
    }

    private Span warning(String key) {
        var warning = new Span(getTranslation(key));
        warning.addClassName("leave-warning");
        return warning;
    }

    private Anchor portal() {
        return new Anchor("./", getTranslation("shell.home"));
    }
}
