package io.opslore.sources;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Hears of pushes. Whoever calls knows the source's secret or is refused, and cannot tell which
 * sources there are. Does nothing but let a sync be due. Thread-safe.
 */
@Service
public class GitHooks {

    private static final Duration OLD = Duration.ofDays(1);

    /** Compared with where there is no secret, so that this takes as long. */
    private final String nobodys = UUID.randomUUID().toString();

    private final SourceRows sources;
    private final SyncRows syncs;
    private final DeliveryRows deliveries;
    private final SourcesSettings settings;
    private final Clock clock;

    GitHooks(
            SourceRows sources,
            SyncRows syncs,
            DeliveryRows deliveries,
            SourcesSettings settings,
            Clock clock) {
        this.sources = sources;
        this.syncs = syncs;
        this.deliveries = deliveries;
        this.settings = settings;
        this.clock = clock;
    }

    /** For whoever knows the secret. Returns at once; what it begins goes on behind it. */
    public Answer receive(HookDelivery delivery) {
        Optional<Source> source =
                Optional.of(delivery.source())
                        .filter(SourceId::isOne)
                        .flatMap(id -> sources.find(new SourceId(id)));
        Optional<String> secret = source.flatMap(found -> sources.secret(found.id()));
        boolean right = HookSignature.isRight(delivery, secret.orElse(nobodys));
        return right && secret.isPresent()
                ? source.map(found -> heard(found, delivery)).orElse(Answer.REFUSED)
                : Answer.REFUSED;
    }

    private Answer heard(Source source, HookDelivery delivery) {
        Optional<HookBody> read = HookBody.of(delivery.body());
        if (read.isEmpty()) {
            return Answer.UNREADABLE;
        }
        HookBody body = read.get();
        if (isOld(body.pushedAt()) || !deliveries.take(source.id(), delivery)) {
            return Answer.REPLAYED;
        }
        if (body.concerns(source.rules())) {
            syncs.want(source.id(), settings.settle(), body.after());
        }
        return Answer.ACCEPTED;
    }

    private boolean isOld(@Nullable Instant pushedAt) {
        return pushedAt != null && pushedAt.isBefore(clock.instant().minus(OLD));
    }

    /** What becomes of a delivery. */
    public enum Answer {
        ACCEPTED,
        /** Not signed with the secret of such a source. */
        REFUSED,
        /** Heard before. */
        REPLAYED,
        /** Rightly signed, and no JSON. */
        UNREADABLE
    }
}
