package org.pilet.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.pilet.platform.Clock;
import org.pilet.platform.Setting;
import org.pilet.platform.Settings;

/** When days begin and when they are reported. */
@Dependent
class ReportSettings {

    static final Setting<String> ZONE = new Setting<>(
            "reporting.zone",
            "",
            text -> text.isBlank() ? "" : ZoneId.of(text.trim()).getId(),
            "Time zone of the reported days; empty: the house's own.");

    static final Setting<LocalTime> TIME = new Setting<>(
            "reporting.time", LocalTime.of(1, 0), LocalTime::parse, "When the past day is reported, in that zone.");

    static final Setting<Integer> CATCH_UP_DAYS = Setting.number(
            "reporting.catchUpDays", 31, "How many days, at most, are made up for after the server was off.");

    static final Setting<Integer> FACT_DAYS = Setting.number(
            "reporting.factDays",
            400,
            "For how many days after its computation a figure can name its tickets; figures themselves stay.");

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    ZoneId zone() {
        String zone = settings.get(ZONE);
        return zone.isEmpty() ? settings.zone() : ZoneId.of(zone);
    }

    LocalTime time() {
        return settings.get(TIME);
    }

    int catchUpDays() {
        return settings.get(CATCH_UP_DAYS);
    }

    int factDays() {
        return settings.get(FACT_DAYS);
    }

    LocalDate today() {
        return dayOf(clock.now());
    }

    LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, zone());
    }
}
