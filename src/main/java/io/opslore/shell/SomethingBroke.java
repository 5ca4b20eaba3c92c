package io.opslore.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.opslore.kit.Trouble;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A fault of the portal: the person gets a number to report, the log gets the rest. */
@AnonymousAllowed
class SomethingBroke extends Div implements HasErrorParameter<Exception> {

    private static final Logger LOG = LoggerFactory.getLogger(SomethingBroke.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        String number = UUID.randomUUID().toString().substring(0, 8);
        LOG.error(
                "Fault {} while opening {}",
                number,
                event.getLocation().getFirstSegment(),
                parameter.getException());
        addClassNames("page", "something-broke");
        add(
                new H1(getTranslation("shell.broken")),
                new Paragraph(FaultsTold.text(parameter.getException(), number, event.getUI())),
                new Anchor("./", getTranslation("shell.home")));
        return Trouble.of(parameter.getException()).status();
    }
}
