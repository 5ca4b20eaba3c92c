package io.opslore.library.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Reads parts of an address; what cannot be read is not there. */
final class AddressPart {

    private AddressPart() {}

    /** A part of the path that is an identifier. */
    static Optional<UUID> path(BeforeEnterEvent event, String name) {
        return event.getRouteParameters().get(name).flatMap(it -> read(it, UUID::fromString));
    }

    /** A query parameter. */
    static <T> Optional<T> query(BeforeEnterEvent event, String name, Function<String, T> reading) {
        return event.getLocation()
                .getQueryParameters()
                .getSingleParameter(name)
                .flatMap(text -> read(text, reading));
    }

    private static <T> Optional<T> read(String text, Function<String, T> reading) {
        try {
            return Optional.of(reading.apply(text));
        } catch (IllegalArgumentException | java.time.DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
