package io.opslore.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.opslore.kit.Toast;
import io.opslore.kit.Trouble;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Says to whoever has an open page that what they just did met a fault, which Vaadin only logs. */
@Component
class FaultsTold implements VaadinServiceInitListener {

    private static final Logger LOG = LoggerFactory.getLogger(FaultsTold.class);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addSessionInitListener(
                        init -> init.getSession().setErrorHandler(FaultsTold::tell));
    }

    private static void tell(ErrorEvent event) {
        String number = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Fault {} on an open page", number, event.getThrowable());
        UI page = UI.getCurrent();
        if (page != null) {
            Toast.failed(text(event.getThrowable(), number, page));
        }
    }

    /** In the page's language. */
    static String text(Throwable fault, String number, UI page) {
        Trouble trouble = Trouble.of(fault);
        return trouble == Trouble.UNFORESEEN
                ? page.getTranslation("shell.broken.hint", number)
                : page.getTranslation("kit.trouble." + trouble.name().toLowerCase(Locale.ROOT));
    }
}
