package io.opslore.retrieval.qdrant;

import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.TlsChannelCredentials;
import io.opslore.outbound.Tls;
import io.qdrant.client.QdrantGrpcClient;
import java.util.Optional;

/** Makes the one connection to the server, as the settings say. Connects with the first call. */
final class Channels {

    /** A page of an inventory, and what the largest search finds, are far below. */
    private static final int LARGEST_ANSWER = 64 << 20;

    private Channels() {}

    static QdrantGrpcClient client(QdrantSettings settings, Optional<Tls> tls) {
        var channel =
                Grpc.newChannelBuilderForAddress(
                                settings.host(), settings.port(), security(settings, tls))
                        .maxInboundMessageSize(LARGEST_ANSWER)
                        .userAgent("opslore");
        // The client's own check of versions would log a fault where the server is not there yet.
        var client = QdrantGrpcClient.newBuilder(channel.build(), true, false);
        if (!settings.apiKey().isEmpty()) {
            client.withApiKey(settings.apiKey());
        }
        return client.build();
    }

    private static ChannelCredentials security(QdrantSettings settings, Optional<Tls> tls) {
        if (!settings.isSecure()) {
            return InsecureChannelCredentials.create();
        }
        return tls.map(known ->
                        TlsChannelCredentials.newBuilder()
                                .trustManager(known.trust())
                                .keyManager(known.identity())
                                .build())
                .orElseGet(TlsChannelCredentials::create);
    }
}
