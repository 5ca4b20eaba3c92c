package io.opslore.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Which addresses a name has. */
@FunctionalInterface
interface NameLookup {

    InetAddress[] addresses(String host) throws UnknownHostException;
}
