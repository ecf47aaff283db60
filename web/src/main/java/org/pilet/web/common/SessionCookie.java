package org.pilet.web.common;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.pilet.platform.Settings;

/**
 * Where the public address is https, the session cookie never travels in the clear. It cannot be said in web.xml, because
 * a newcomer's first run is http on the loopback.
 */
@WebListener
public class SessionCookie implements ServletContextListener {

    @Inject
    private Settings settings;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        if (settings.baseUrl().startsWith("https:")) {
            event.getServletContext().getSessionCookieConfig().setSecure(true);
        }
    }
}
