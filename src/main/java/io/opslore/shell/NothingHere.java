package io.opslore.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/**
 * An address that leads nowhere, or to something the reader may not know of: the two look alike.
 */
@AnonymousAllowed
@ParentLayout(MainLayout.class)
class NothingHere extends Div implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    NothingHere() {
        addClassNames("page", "nothing-here");
        add(
                new H1(getTranslation("shell.notFound")),
                new Paragraph(getTranslation("shell.notFound.hint")),
                new Anchor("./", getTranslation("shell.home")));
    }

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.notFound") + " · OpsLore";
    }
}
