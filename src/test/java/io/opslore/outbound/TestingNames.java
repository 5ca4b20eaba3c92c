package io.opslore.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** A look-up that an attacker owns: their names mean this machine, one only every second time. */
public final class TestingNames implements NameLookup {

    /** Nobody answers there. */
    private static final InetAddress NOBODY = InetAddress.ofLiteral("10.255.255.1");

    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public InetAddress[] addresses(String host) throws UnknownHostException {
        return switch (host.toLowerCase(Locale.ROOT)) {
            case "mapped.example" -> of("::ffff:127.0.0.1");
            case "compatible.example" -> of("::127.0.0.1");
            case "six.example", "ip6-localhost" -> of("::1");
            case "any.example" -> of("0.0.0.0");
            case "nat64.example" -> of("64:ff9b::127.0.0.1");
            case "sixtofour.example" -> of("2002:7f00:1::");
            case "both.example" -> new InetAddress[] {NOBODY, InetAddress.ofLiteral("127.0.0.1")};
            case "rebinds.example" ->
                    asked.getAndIncrement() % 2 == 0 ? new InetAddress[] {NOBODY} : of("127.0.0.1");
            case "metadata.google.internal" -> of("169.254.169.254");
            default -> isNumeric(host) ? InetAddress.getAllByName(host) : named(host);
        };
    }

    private static boolean isNumeric(String host) {
        return host.matches("[0-9a-fA-FxX.:%lo\\[\\]]+");
    }

    private static InetAddress[] named(String host) throws UnknownHostException {
        if (host.endsWith("example") || host.endsWith("example.") || host.startsWith("localhost")) {
            return of("127.0.0.1");
        }
        throw new UnknownHostException(host);
    }

    private static InetAddress[] of(String literal) {
        return new InetAddress[] {InetAddress.ofLiteral(literal)};
    }
}
