package io.opslore.retrieval.qdrant;

import io.grpc.ManagedChannelBuilder;
import io.qdrant.client.QdrantGrpcClient;

/** Makes the one connection to the server, as the settings say. Connects with the first call. */
final class Channels {

    /** A page of an inventory, and what the largest search finds, are far below. */
    private static final int LARGEST_ANSWER = 64 << 20;

    private Channels() {}

    static QdrantGrpcClient client(QdrantSettings settings) {
        var channel =
                ManagedChannelBuilder.forAddress(settings.host(), settings.port())
                        .maxInboundMessageSize(LARGEST_ANSWER)
                        .userAgent("opslore");
        if (settings.isSecure()) {
            channel.useTransportSecurity();
        } else {
            channel.usePlaintext();
        }
        // The client's own check of versions would log a fault where the server is not there yet.
        var client = QdrantGrpcClient.newBuilder(channel.build(), true, false);
        if (!settings.apiKey().isEmpty()) {
            client.withApiKey(settings.apiKey());
        }
        return client.build();
    }
}
