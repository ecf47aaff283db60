package org.pilet.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pilet.platform.InvalidInput;
import org.pilet.reporting.jobs.JobDefinition;

/**
 * The job {@code nightly-report}: figures of one day or of several. Parameters {@code day}, or {@code from} and {@code
 * to}, as 2026-03-29, without them yesterday; {@code mail} says whether subscribers get the last day's files. A day is
 * worked on by one execution at a time.
 */
@Dependent
class NightlyReport implements JobDefinition {

    static final String JOB = "nightly-report";
    static final String MAIL = "mail";

    private static final int LONGEST_RANGE = 400;

    @Inject
    private ReportSettings settings;

    @Override
    public String job() {
        return JOB;
    }

    @Override
    public Map<String, String> complete(Map<String, String> asked) {
        LocalDate today = settings.today();
        LocalDate from = day(ReportRange.FROM, asked, today.minusDays(1));
        LocalDate to = day(ReportRange.TO, asked, asked.containsKey(ReportRange.FROM) ? from : today.minusDays(1));
        if (!to.isBefore(today)) {
            throw new InvalidInput(ReportRange.TO, "dayNotOver", to);
        }
        if (to.isBefore(from)) {
            throw new InvalidInput(ReportRange.TO, "beforeStart", to, from);
        }
        if (from.plusDays(LONGEST_RANGE).isBefore(to)) {
            throw new InvalidInput(ReportRange.FROM, "tooManyDays", LONGEST_RANGE);
        }
        Map<String, String> complete = new LinkedHashMap<>();
        complete.put(ReportRange.FROM, from.toString());
        complete.put(ReportRange.TO, to.toString());
        complete.put(ReportRange.ZONE, settings.zone().getId());
        complete.put(MAIL, String.valueOf(Boolean.parseBoolean(asked.getOrDefault(MAIL, "false"))));
        return complete;
    }

    private static LocalDate day(String field, Map<String, String> asked, LocalDate otherwise) {
        String text = asked.getOrDefault(field, asked.get("day"));
        return text == null || text.isBlank() ? otherwise : ReportRange.day(field, text.trim());
    }

    @Override
    public List<String> claims(Map<String, String> parameters) {
        return ReportRange.of(parameters).periods().stream()
                .map(period -> period.day().toString())
                .toList();
    }
}
