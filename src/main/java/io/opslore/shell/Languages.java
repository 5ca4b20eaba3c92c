package io.opslore.shell;

import java.util.List;
import java.util.Locale;

/** The languages of the interface. */
final class Languages {

    static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.of("ru"));

    private Languages() {}
}
