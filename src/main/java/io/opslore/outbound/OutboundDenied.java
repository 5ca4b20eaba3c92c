package io.opslore.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The portal does not connect there; the message says why and names the setting. */
public class OutboundDenied extends IOException {

    private static final long serialVersionUID = 1L;

    OutboundDenied(String message) {
        super(message);
    }

    /** For people. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    static OutboundDenied network(String target, InetAddress address, Network network) {
        return new OutboundDenied(
                "%s is at %s, in the denied network %s; opslore.outbound.allowed-hosts can make an exception of %s"
                        .formatted(target, address.getHostAddress(), network, target));
    }

    /** The denial that another failure was caused by. */
    public static Optional<OutboundDenied> in(@Nullable Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof OutboundDenied denied) {
                return Optional.of(denied);
            }
        }
        return Optional.empty();
    }
}
