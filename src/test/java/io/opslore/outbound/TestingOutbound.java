package io.opslore.outbound;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.util.unit.DataSize;

/** The way out as tests need it. */
public final class TestingOutbound {

    private TestingOutbound() {}

    /** As it comes, but for these hosts and ports. */
    public static Outbound allowing(String... hosts) {
        return new Outbound(settings(List.of(), Set.of(hosts)), InetAddress::getAllByName);
    }

    /** With the tests' look-up of names. */
    public static Outbound lookingUp(TestingNames names, String... allowed) {
        return new Outbound(settings(List.of(), Set.of(allowed)), names);
    }

    static OutboundSettings settings(List<String> denied, Set<String> allowed) {
        return settings(denied, allowed, "");
    }

    static OutboundSettings settings(List<String> denied, Set<String> allowed, String sslBundle) {
        return new OutboundSettings(
                denied,
                allowed,
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                DataSize.ofMegabytes(2),
                sslBundle);
    }
}
