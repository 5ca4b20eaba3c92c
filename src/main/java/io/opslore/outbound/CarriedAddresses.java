package io.opslore.outbound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The IPv4 addresses that an IPv6 address carries, where some gateway could take them out again.
 */
final class CarriedAddresses {

    /** The IPv4 address stands in the last four bytes. */
    private static final List<Network> AT_THE_END =
            List.of(
                    // Mapped, compatible, translated, and the well-known prefix of NAT64.
                    Network.of("::/96"), Network.of("::ffff:0:0:0/96"), Network.of("64:ff9b::/96"));

    private static final Network SIX_TO_FOUR = Network.of("2002::/16");
    private static final Network TEREDO = Network.of("2001::/32");

    private CarriedAddresses() {}

    static List<byte[]> of(byte[] address) {
        List<byte[]> carried = new ArrayList<>();
        if (address.length != 16) {
            return carried;
        }
        if (AT_THE_END.stream().anyMatch(prefix -> prefix.holds(address))
                || isMapped(address)
                || isIsatap(address)) {
            carried.add(Arrays.copyOfRange(address, 12, 16));
        }
        if (SIX_TO_FOUR.holds(address)) {
            carried.add(Arrays.copyOfRange(address, 2, 6));
        }
        if (TEREDO.holds(address)) {
            carried.add(Arrays.copyOfRange(address, 4, 8));
            carried.add(inverted(Arrays.copyOfRange(address, 12, 16)));
        }
        return carried;
    }

    /** Not a {@link Network}: its literal is read as the IPv4 address that it means. */
    private static boolean isMapped(byte[] address) {
        for (int i = 0; i < 10; i++) {
            if (address[i] != 0) {
                return false;
            }
        }
        return address[10] == -1 && address[11] == -1;
    }

    private static boolean isIsatap(byte[] address) {
        return (address[8] & 0xfd) == 0
                && address[9] == 0
                && address[10] == 0x5e
                && address[11] == (byte) 0xfe;
    }

    private static byte[] inverted(byte[] bytes) {
        byte[] inverted = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            inverted[i] = (byte) ~bytes[i];
        }
        return inverted;
    }
}
