package io.opslore.connections.kubernetes;

import java.net.URI;

/**
 * Where a cluster's server is and what opens it.
 *
 * @param authority the certificate that its own is signed with, as base64 of PEM; empty for those
 *     that everyone trusts
 * @param certificate the portal's own, the same way; empty for none
 * @param key to that certificate
 * @param authorization the header's value; empty for none
 */
record ServerAccess(
        URI server, String authority, String certificate, String key, String authorization) {

    /** What opens it is for nobody to read. */
    @Override
    public String toString() {
        return "ServerAccess " + server;
    }
}
