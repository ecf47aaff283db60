package org.pilet.reporting;

import jakarta.enterprise.context.Dependent;

@Dependent
class OpenTimes {
    OpenTime of(Long calendarId) {
        return OpenTime.always();
    }
}
