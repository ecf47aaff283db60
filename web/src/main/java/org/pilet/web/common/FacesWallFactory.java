package org.pilet.web.common;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Puts {@link FacesWall} before the server's own handler. */
public class FacesWallFactory extends ExceptionHandlerFactory {

    public FacesWallFactory(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new FacesWall(getWrapped().getExceptionHandler());
    }
}
