package org.pilet.web.common;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.io.IOException;

/** {@code <pilet:drawn by="#{bean}"/>}: where the bean's {@link Drawing} stands in the page. */
@FacesComponent(value = "pilet.Drawn", createTag = true, tagName = "drawn", namespace = "pilet")
public class Drawn extends UIComponentBase {

    @Override
    public String getFamily() {
        return "pilet";
    }

    @Override
    public void encodeBegin(FacesContext faces) throws IOException {
        if (isRendered()) {
            ((Drawing) getAttributes().get("by")).draw(new Markup(faces.getResponseWriter()));
        }
    }
}
