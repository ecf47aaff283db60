package org.pilet.it;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Opens the installation before the first test of this process and closes it after the last. Not with JUnit's session: Maven
 * opens one of its own to see which tests there are, and a second process may have none left to run.
 */
public class Opening implements BeforeAllCallback, LauncherSessionListener {

    private static boolean opened;
    private static RuntimeException refusal;

    @Override
    public void beforeAll(ExtensionContext context) {
        if (!opened) {
            opened = true;
            // a killed client makes a thread of the mail server throw; that says nothing about what a test awaits
            Awaitility.doNotCatchUncaughtExceptionsByDefault();
            try {
                Installation.open();
            } catch (RuntimeException e) {
                refusal = e;
            }
        }
        if (refusal != null) {
            throw refusal;
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (opened) {
            Browser.shut();
            PiletServer.closeMortal();
            Installation.close();
        }
    }
}
