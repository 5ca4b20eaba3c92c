package io.opslore.outbound;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Decides about an address of numbers, whatever name led to it. Immutable. */
final class Reachable {

    /** No setting takes these away; {@code allowed-hosts} makes exceptions one by one. */
    private static final List<Network> NEVER =
            Stream.of(
                            // Nothing, this machine, this wire.
                            "0.0.0.0/8",
                            "127.0.0.0/8",
                            "169.254.0.0/16",
                            "::/128",
                            "::1/128",
                            "fe80::/10",
                            "fec0::/10",
                            // Where clouds tell their machines their secrets, outside of
                            // link-local.
                            "168.63.129.16/32",
                            "100.100.100.200/32",
                            "fd00:ec2::/32",
                            "fd20:ce::/32",
                            // Many at once, and nobody: reserved and for documentation.
                            "192.0.0.0/24",
                            "192.0.2.0/24",
                            "192.88.99.0/24",
                            "198.18.0.0/15",
                            "198.51.100.0/24",
                            "203.0.113.0/24",
                            "224.0.0.0/4",
                            "240.0.0.0/4",
                            "64:ff9b:1::/48",
                            "100::/64",
                            "2001:db8::/32",
                            "3fff::/20",
                            "5f00::/16",
                            "ff00::/8")
                    .map(Network::of)
                    .toList();

    private final List<Network> denied;
    private final Set<String> exceptions;

    Reachable(OutboundSettings settings) {
        denied =
                Stream.concat(NEVER.stream(), settings.deniedNetworks().stream().map(Network::of))
                        .toList();
        exceptions = settings.allowedHosts();
    }

    boolean isException(String host, int port) {
        return exceptions.contains(HostPort.of(host, port));
    }

    /** Throws unless the host may be spoken to at this address. */
    void require(String host, int port, InetAddress address) throws OutboundDenied {
        if (!isException(host, port)) {
            Optional<Network> network = denies(address.getAddress());
            if (network.isPresent()) {
                throw OutboundDenied.network(HostPort.of(host, port), address, network.get());
            }
        }
    }

    private Optional<Network> denies(byte[] address) {
        return Stream.concat(Stream.of(address), CarriedAddresses.of(address).stream())
                .flatMap(one -> denied.stream().filter(network -> network.holds(one)))
                .findFirst();
    }
}
