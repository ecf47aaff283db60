package org.pilet.platform;

import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Lets a read that fails say why at once. By default EclipseLink first checks the connection, again and again for ten
 * seconds, and then reports the check instead of the cause; the pool of the server checks connections already.
 */
public class FailFastReads implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        ((DatabaseLogin) session.getDatasourceLogin()).setConnectionHealthValidatedOnError(false);
    }
}
