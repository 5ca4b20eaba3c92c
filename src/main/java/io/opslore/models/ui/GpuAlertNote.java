package io.opslore.models.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.opslore.kit.ReaderDates;
import io.opslore.models.GpuAlert;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** That a card is above a threshold, and since when. */
final class GpuAlertNote extends Div {

    GpuAlertNote(GpuAlert alert) {
        addClassNames("note", "warning");
        Icon picture = new Icon(VaadinIcon.WARNING);
        picture.getElement().setAttribute("aria-hidden", "true");
        String since =
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(getLocale())
                        .withZone(ReaderDates.zone())
                        .format(alert.since());
        String key =
                switch (alert.kind()) {
                    case MEMORY -> "gpu.alert.memory";
                    case TEMPERATURE -> "gpu.alert.temperature";
                };
        add(picture, new Span(getTranslation(key, alert.gpu(), Math.round(alert.value()), since)));
    }
}
