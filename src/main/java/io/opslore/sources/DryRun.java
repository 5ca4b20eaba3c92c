package io.opslore.sources;

import java.util.function.Supplier;

/** A look that is to tell what a sync would do: whoever looks writes nothing down. */
public final class DryRun {

    private static final ScopedValue<Boolean> ON = ScopedValue.newInstance();

    private DryRun() {}

    static <T> T of(Supplier<T> look) {
        return ScopedValue.where(ON, true).call(look::get);
    }

    /** Whether this thread is in one. */
    public static boolean isOn() {
        return ON.isBound();
    }
}
