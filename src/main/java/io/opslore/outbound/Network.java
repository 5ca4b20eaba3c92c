package io.opslore.outbound;

import java.net.InetAddress;
import java.util.Arrays;

/** A range of addresses, {@code 10.0.0.0/8} or {@code fd00:ec2::/32}. Immutable. */
final class Network {

    private final String name;
    private final byte[] start;
    private final int bits;

    private Network(String name, byte[] start, int bits) {
        this.name = name;
        this.start = start;
        this.bits = bits;
    }

    /** Throws if it is none; never looks a name up. */
    static Network of(String name) {
        int slash = name.indexOf('/');
        String literal = slash < 0 ? name : name.substring(0, slash);
        try {
            byte[] start = InetAddress.ofLiteral(literal.strip()).getAddress();
            int bits =
                    slash < 0
                            ? start.length * 8
                            : Integer.parseInt(name.substring(slash + 1).strip());
            if (bits < 0 || bits > start.length * 8) {
                throw new IllegalArgumentException("No such prefix");
            }
            return new Network(name.strip(), start, bits);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Not a network: " + name, e);
        }
    }

    boolean holds(byte[] address) {
        if (address.length != start.length) {
            return false;
        }
        int whole = bits / 8;
        int rest = bits % 8;
        int mask = 0xff << (8 - rest) & 0xff;
        return Arrays.equals(address, 0, whole, start, 0, whole)
                && (rest == 0 || (address[whole] & mask) == (start[whole] & mask));
    }

    @Override
    public String toString() {
        return name;
    }
}
