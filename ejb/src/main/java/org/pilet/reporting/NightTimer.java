package org.pilet.reporting;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.ejb.DependsOn;
import jakarta.ejb.ScheduleExpression;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pilet.platform.Clock;
import org.pilet.platform.Refusal;
import org.pilet.platform.Roles;
import org.pilet.reporting.jobs.JobStarts;

/**
 * Starts the nightly report at the time and in the zone that are set; a changed setting holds within a minute. The
 * night's timer is persistent, so one node of a cluster fires it; days that no execution was ever started for, because
 * every server was off, are made up for in one execution.
 */
@Singleton
@Startup
@DependsOn("Schema")
@PermitAll
@RunAs(Roles.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // the batch runtime commits for itself
public class NightTimer {

    private static final Logger LOG = Logger.getLogger(NightTimer.class.getName());
    private static final String NIGHT = "nightly-report";
    private static final String LOOK = "look";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Resource
    private TimerService timers;

    @Inject
    private ReportSettings settings;

    @Inject
    private ReportedTicketStore tickets;

    @Inject
    private JobStarts starts;

    @Inject
    private Clock clock;

    private boolean lookedBack;

    @PostConstruct
    void begin() {
        timers.createIntervalTimer(MINUTE.toMillis() / 2, MINUTE.toMillis(), new TimerConfig(LOOK, false));
    }

    @Timeout
    public void fire(Timer timer) {
        if (NIGHT.equals(timer.getInfo())) {
            reportUntilYesterday();
        } else {
            schedule();
            lookBackOnce();
        }
    }

    /** When the next night is reported; null until the first minute has passed. */
    @PermitAll // the operator's page shows it
    public Instant next() {
        return timers.getTimers().stream()
                .filter(timer -> NIGHT.equals(timer.getInfo()))
                .map(timer -> timer.getNextTimeout().toInstant())
                .min(Instant::compareTo)
                .orElse(null);
    }

    private void schedule() {
        ZoneId zone = settings.zone();
        LocalTime time = settings.time();
        ScheduleExpression wanted = new ScheduleExpression()
                .hour(time.getHour())
                .minute(time.getMinute())
                .second(time.getSecond())
                .timezone(zone.getId());
        boolean there = false;
        for (Timer timer : timers.getTimers()) {
            if (!NIGHT.equals(timer.getInfo())) {
                continue;
            }
            if (!there && same(timer.getSchedule(), wanted)) {
                there = true;
            } else {
                timer.cancel();
            }
        }
        if (!there) {
            timers.createCalendarTimer(wanted, new TimerConfig(NIGHT, true));
        }
    }

    private static boolean same(ScheduleExpression one, ScheduleExpression other) {
        return one.getHour().equals(other.getHour())
                && one.getMinute().equals(other.getMinute())
                && one.getSecond().equals(other.getSecond())
                && one.getTimezone().equals(other.getTimezone());
    }

    /** After a start: a night that passed while every server was off is reported now, not a day later. */
    private void lookBackOnce() {
        LocalTime now = LocalTime.ofInstant(clock.now(), settings.zone());
        if (!lookedBack && !now.isBefore(settings.time())) {
            reportUntilYesterday();
        }
        lookedBack = true;
    }

    private void reportUntilYesterday() {
        LocalDate yesterday = settings.today().minusDays(1);
        LocalDate from = firstMissing(yesterday);
        if (from.isAfter(yesterday)) {
            return;
        }
        try {
            starts.start(
                    NightlyReport.JOB,
                    Map.of(
                            ReportRange.FROM, from.toString(),
                            ReportRange.TO, yesterday.toString(),
                            NightlyReport.MAIL, "true"));
        } catch (BatchRuntimeException | Refusal notNow) {
            LOG.log(Level.WARNING, "The report of " + from + " to " + yesterday + " was not started", notNow);
        }
    }

    /** The day after yesterday when there is nothing to do. */
    private LocalDate firstMissing(LocalDate yesterday) {
        Instant first = tickets.firstCreation();
        if (first == null) {
            return yesterday.plusDays(1);
        }
        LocalDate earliest = yesterday.minusDays(settings.catchUpDays() - 1L);
        LocalDate born = settings.dayOf(first);
        LocalDate missing = yesterday.plusDays(1);
        while (missing.isAfter(earliest)
                && missing.isAfter(born)
                && !starts.everStarted(NightlyReport.JOB, missing.minusDays(1).toString())) {
            missing = missing.minusDays(1);
        }
        return missing;
    }
}
