package io.opslore.guard;

import java.text.Normalizer;
import java.util.Locale;

/** A text for comparing: as it is seen, in lower case, in compatible letters, on one line. */
final class PlainText {

    private PlainText() {}

    static String of(String text) {
        return Normalizer.normalize(HiddenText.without(text), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
    }
}
