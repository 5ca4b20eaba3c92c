package io.opslore.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import io.nayuki.qrcodegen.QrCode;

/** A text as a picture to scan, drawn here so that it is told to nobody else. */
@Tag("svg")
class QrPicture extends Component {

    private static final int BORDER = 4;
    private static final int PIXELS = 192;

    QrPicture(String text, String name) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        int side = code.size + 2 * BORDER;
        getElement().setAttribute("width", String.valueOf(PIXELS));
        getElement().setAttribute("height", String.valueOf(PIXELS));
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", name);
        getElement().setAttribute("class", "qr-picture");
        Element dark = new Element("path");
        dark.setAttribute("d", squares(code));
        // In place of a view box, whose name Vaadin would write in small letters.
        dark.setAttribute("transform", "scale(" + (double) PIXELS / side + ")");
        getElement().appendChild(dark);
    }

    private static String squares(QrCode code) {
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append("M%d %dh1v1h-1z".formatted(x + BORDER, y + BORDER));
                }
            }
        }
        return path.toString();
    }
}
