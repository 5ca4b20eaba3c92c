package io.opslore.guard;

import io.opslore.identity.AccountId;
import io.opslore.identity.Asker;
import io.opslore.kit.CountingInputStream;
import java.io.InputStream;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Limits on what people store. Thread-safe. */
@Service
public class UploadLimits {

    private final Limits limits;
    private final HeldBytes held;
    private final RequestRows locks;
    private final UsageRows usage;

    UploadLimits(Limits limits, HeldBytes held, RequestRows locks, UsageRows usage) {
        this.limits = limits;
        this.held = held;
        this.locks = locks;
        this.usage = usage;
    }

    /**
     * For everyone: the bytes of one file, which end with {@link LimitReached} as soon as there are
     * more than the asker may upload or still store.
     */
    public InputStream file(InputStream bytes, Asker asker) {
        EffectiveLimits effective = limits.effective(asker);
        return limited(stored(bytes, effective, asker), effective, Limit.UPLOAD_BYTES, 0);
    }

    /**
     * For everyone: the bytes of an archive. Its files are held to all limits when they are taken
     * out of it; the archive itself only must not be more than what the asker may still store.
     */
    public InputStream archive(InputStream bytes, Asker asker) {
        return stored(bytes, limits.effective(asker), asker);
    }

    /**
     * For the machinery, in the transaction that has just stored them: counts the bytes, so that
     * uploads that come at the same time are not together too large.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stored(AccountId account, long bytes) {
        EffectiveLimits effective = limits.of(account);
        if (effective.allowed(Limit.STORAGE_BYTES).isPresent()) {
            locks.lock(account);
            var now = new Standing(effective.value(Limit.STORAGE_BYTES), held.of(account), null);
            now.excess()
                    .ifPresent(refusal -> {
                        throw new LimitReached(refusal);
                    });
        }
        usage.upload(account, bytes);
    }

    /** For the machinery: somebody was refused. */
    public void refused(AccountId account) {
        usage.refusal(account);
    }

    private InputStream stored(InputStream bytes, EffectiveLimits effective, Asker asker) {
        return effective.allowed(Limit.STORAGE_BYTES).isEmpty()
                ? bytes
                : limited(bytes, effective, Limit.STORAGE_BYTES, held.of(asker.id()));
    }

    /**
     * @param before used when the first byte comes
     */
    private static InputStream limited(
            InputStream bytes, EffectiveLimits limits, Limit limit, long before) {
        OptionalLong allowed = limits.allowed(limit);
        return new CountingInputStream(
                bytes,
                (more, count) -> {
                    if (allowed.isPresent() && before + count > allowed.getAsLong()) {
                        throw new LimitReached(
                                new Refusal(limit, before + count, allowed.getAsLong(), null));
                    }
                });
    }
}
