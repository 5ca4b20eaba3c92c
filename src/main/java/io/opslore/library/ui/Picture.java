package io.opslore.library.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Shows a picture as large as there is room for, and says how large it is. */
final class Picture extends Div {

    Picture(String address, String name) {
        Image image = new Image(address, name);
        Span size = new Span();
        size.addClassName("secondary");
        Paragraph broken = new Paragraph(getTranslation("viewer.picture.broken"));
        broken.addClassName("picture-broken");
        broken.getElement().setAttribute("role", "status");
        addClassName("picture-view");
        add(image, size, broken);
        ViewerScript.loadFor(this);
        addAttachListener(attached -> getElement().executeJs("window.opsloreViewer.measure(this)"));
    }
}
