package org.pilet.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** All resources below {@code /api/v1}. */
@ApplicationPath(Api.PATH)
public class Api extends Application {

    static final String PATH = "api/v1";
}
