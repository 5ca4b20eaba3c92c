package io.opslore.connections.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what is wrong with a connection, and what to do. */
final class FailedText {

    private static final Logger LOG = LoggerFactory.getLogger(FailedText.class);

    private FailedText() {}

    /** The kind of trouble in the reader's language, then what the client has to say of it. */
    static String of(ConnectionFailed failed) {
        String reason = failed.reason().name().toLowerCase(Locale.ROOT);
        return I18NProvider.translate("connections.failed." + reason)
                + " "
                + failed.getMessage()
                + " "
                + failed.suggestion();
    }

    static ConnectionFailed spaceGone(RuntimeException cause) {
        return new ConnectionFailed(
                Reason.UNFIT, "The space is not there any more.", "Choose another space.", cause);
    }

    /** Nobody has foreseen it, so its own words may hold anything. */
    static ConnectionFailed unforeseen(RuntimeException cause) {
        LOG.warn("A connection could not be tested", cause);
        return new ConnectionFailed(
                Reason.DOWN, "The portal could not test it.", "Look into the portal's log.", cause);
    }
}
