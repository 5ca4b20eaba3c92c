package io.opslore.operations.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.kit.FileSize;
import java.util.Set;
import java.util.function.DoubleFunction;

/** Numbers of the portal in the reader's words. */
final class Units {

    private static final Set<String> BYTES =
            Set.of("heap", "disk-free", "index-size", "gpu-memory");

    private Units() {}

    static DoubleFunction<String> of(String number) {
        if (BYTES.contains(number)) {
            return value -> FileSize.text(Math.round(value));
        }
        if (number.startsWith("p95")) {
            return Units::seconds;
        }
        return number.equals("gpu-temperature")
                ? value -> I18NProvider.translate("gpu.degrees", Math.round(value))
                : value -> I18NProvider.translate("operations.count", Math.round(value));
    }

    static String seconds(double value) {
        return value < 1
                ? I18NProvider.translate("operations.millis", Math.round(value * 1000))
                : I18NProvider.translate("operations.seconds", value);
    }
}
