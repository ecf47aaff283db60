package org.pilet.web.common;

import java.io.IOException;

/** A part of a page that a bean writes by itself, where a component for each of its cells would cost too much. */
public interface Drawing {

    /** Writes all of it. */
    void draw(Markup page) throws IOException;
}
