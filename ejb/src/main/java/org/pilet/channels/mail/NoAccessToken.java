package org.pilet.channels.mail;

import java.io.IOException;

/** A provider was asked for an access token and gave none. */
class NoAccessToken extends IOException {

    private static final long serialVersionUID = 1L;

    NoAccessToken(String message, Throwable cause) {
        super(message, cause);
    }
}
