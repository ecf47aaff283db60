package org.pilet.it;

import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Opens the one installation before the first test of the run and closes it after the last. */
public class Opening implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        // a killed client makes a thread of the mail server throw; that says nothing about what a test awaits
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
        Installation.open();
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        Browser.shut();
        PiletServer.closeMortal();
        Installation.close();
    }
}
