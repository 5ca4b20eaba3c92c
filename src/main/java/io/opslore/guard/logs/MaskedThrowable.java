package io.opslore.guard.logs;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An exception whose messages, and those of its causes, hold no secrets. */
record MaskedThrowable(IThrowableProxy whole) implements IThrowableProxy {

    static @Nullable IThrowableProxy of(@Nullable IThrowableProxy proxy) {
        return proxy == null || proxy instanceof MaskedThrowable || !told(proxy, 0)
                ? proxy
                : new MaskedThrowable(proxy);
    }

    /** Whether any message would change. */
    private static boolean told(IThrowableProxy proxy, int depth) {
        if (proxy.isCyclic() || depth > 50) {
            return false;
        }
        String message = proxy.getMessage();
        if (message != null && !LogMask.mask(message).equals(message)) {
            return true;
        }
        for (IThrowableProxy suppressed : proxy.getSuppressed()) {
            if (told(suppressed, depth + 1)) {
                return true;
            }
        }
        return proxy.getCause() != null && told(proxy.getCause(), depth + 1);
    }

    @Override
    public @Nullable String getMessage() {
        String message = whole.getMessage();
        return message == null ? null : LogMask.mask(message);
    }

    @Override
    public @Nullable String getOverridingMessage() {
        String message = whole.getOverridingMessage();
        return message == null ? null : LogMask.mask(message);
    }

    @Override
    public String getClassName() {
        return whole.getClassName();
    }

    @Override
    public StackTraceElementProxy[] getStackTraceElementProxyArray() {
        return whole.getStackTraceElementProxyArray();
    }

    @Override
    public int getCommonFrames() {
        return whole.getCommonFrames();
    }

    @Override
    public @Nullable IThrowableProxy getCause() {
        return of(whole.getCause());
    }

    @Override
    public IThrowableProxy[] getSuppressed() {
        return Arrays.stream(whole.getSuppressed())
                .map(MaskedThrowable::of)
                .toArray(IThrowableProxy[]::new);
    }

    @Override
    public boolean isCyclic() {
        return whole.isCyclic();
    }
}
