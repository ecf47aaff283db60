package org.pilet.reporting;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.pilet.reporting.jobs.JobRecords;
import org.pilet.reporting.jobs.LogLine;

/** Adds the facts of each day up to its figures. */
@Named
@Dependent
class FigureStep extends AbstractBatchlet {

    static final String FACTS = "facts";
    static final String FIGURES = "figures";
    static final String FILES = "files";
    static final String MAIL = "mail";

    @Inject
    private JobContext job;

    @Inject
    private JobRecords records;

    @Inject
    private DayClosing closing;

    private volatile boolean stopped;

    @Override
    public String process() {
        List<Period> periods = range(job).periods();
        records.expect(job, FIGURES, periods.size());
        for (Period period : periods) {
            if (stopped) {
                return "STOPPED";
            }
            List<String> gaps = closing.close(period, job.getInstanceId());
            gaps.forEach(gap -> records.log(job, FIGURES, LogLine.Level.WARNING, period.day() + ": " + gap));
            records.advance(job, FIGURES, 1);
        }
        closing.forgetOldFacts();
        records.log(job, FIGURES, LogLine.Level.INFO, "Figures stored for " + periods.size() + " day(s)");
        return "COMPLETED";
    }

    @Override
    public void stop() {
        stopped = true;
    }

    static ReportRange range(JobContext job) {
        return ReportRange.of(parameters(job));
    }

    static Map<String, String> parameters(JobContext job) {
        Properties properties = BatchRuntime.getJobOperator().getParameters(job.getExecutionId());
        Map<String, String> parameters = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> parameters.put(name, properties.getProperty(name)));
        return parameters;
    }
}
