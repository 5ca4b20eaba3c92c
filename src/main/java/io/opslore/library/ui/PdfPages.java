package io.opslore.library.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Map;

/**
 * Shows the pages of a PDF as they were laid out, drawn in the browser by pdf.js. Brings the first
 * page with a citation into view by itself, once it is drawn.
 */
final class PdfPages extends Div {

    /**
     * @param address of the bytes, within the portal
     * @param cited the cited lines on each page that has any, as they were extracted
     */
    PdfPages(String address, Map<Integer, List<String>> cited) {
        addClassName("pdf-pages");
        addAttachListener(attached ->
                getElement()
                        .executeJs(
                                "import(new URL('viewer-pdf.js', document.baseURI).href)"
                                        + ".then((viewer) => viewer.show(this, $0))",
                                Options.of(address, cited)));
    }

    /** What the script is told: where the bytes are, what to mark, and its words. */
    record Options(
            String address,
            Map<Integer, List<String>> cited,
            String loading,
            String broken,
            String brokenPage,
            String citedPage,
            String tools,
            String pages,
            String page,
            String earlier,
            String later,
            String smaller,
            String larger,
            String fit) {

        static Options of(String address, Map<Integer, List<String>> cited) {
            return new Options(
                    address,
                    cited,
                    text("loading"),
                    text("broken"),
                    text("brokenPage"),
                    text("citedPage"),
                    text("tools"),
                    text("pages"),
                    text("page"),
                    text("earlier"),
                    text("later"),
                    text("smaller"),
                    text("larger"),
                    text("fit"));
        }

        private static String text(String key) {
            return I18NProvider.translate("viewer.pdf." + key);
        }
    }
}
