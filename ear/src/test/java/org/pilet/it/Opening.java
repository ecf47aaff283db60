package org.pilet.it;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Opens the one installation before the first test of the run and closes it after the last. */
public class Opening implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Installation.open();
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        Browser.shut();
        PiletServer.closeMortal();
        Installation.close();
    }
}
