package io.opslore.guard;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** Fails with {@link LimitReached} as soon as more was read than a limit leaves. */
final class LimitedBytes extends FilterInputStream {

    private final Limit limit;
    private final OptionalLong allowed;
    private long used;

    /**
     * @param used before the first byte
     */
    LimitedBytes(InputStream in, EffectiveLimits limits, Limit limit, long used) {
        super(in);
        this.limit = limit;
        this.allowed = limits.allowed(limit);
        this.used = used;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int got = super.read(buffer, offset, length);
        count(Math.max(got, 0));
        return got;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int more) {
        used += more;
        if (more > 0 && allowed.isPresent() && used > allowed.getAsLong()) {
            throw new LimitReached(new Refusal(limit, used, allowed.getAsLong(), null));
        }
    }
}
