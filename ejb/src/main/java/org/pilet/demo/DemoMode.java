package org.pilet.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.pilet.platform.Settings;

/** Whether this is a demonstration: made-up tickets must never get among real ones. */
@Dependent
class DemoMode {

    @Inject
    private Settings settings;

    boolean isOn() {
        return Boolean.parseBoolean(settings.environment("pilet.demo", "false"));
    }
}
