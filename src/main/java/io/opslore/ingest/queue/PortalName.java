package io.opslore.ingest.queue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/** A name that a portal keeps over restarts and shares with no other: its host and folder. */
final class PortalName {

    private PortalName() {}

    static String of(Path folder) {
        String place = host() + ":" + folder.toAbsolutePath().normalize();
        // db-scheduler keeps 50 characters of a name.
        return "portal-" + UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
