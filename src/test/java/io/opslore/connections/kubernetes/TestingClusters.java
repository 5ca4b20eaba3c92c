package io.opslore.connections.kubernetes;

import io.opslore.guard.Masking;
import io.opslore.identity.KeyedHashes;
import io.opslore.outbound.TestingOutbound;
import java.nio.file.Path;

/** Opens clusters of this machine, which the portal itself would not. */
public final class TestingClusters {

    private TestingClusters() {}

    public static Clusters reaching(Masking masking, KeyedHashes hashes, String... hosts) {
        return new Clusters(
                TestingOutbound.allowing(hosts),
                masking,
                hashes,
                new ServiceAccount("", Path.of("none")));
    }
}
