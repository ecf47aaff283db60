package org.pilet.reporting;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import org.pilet.reporting.jobs.JobRecords;
import org.pilet.reporting.jobs.LogLine;

/** Puts the last day's files into the outbox for each subscriber. */
@Named
@Dependent
class MailStep extends AbstractBatchlet {

    @Inject
    private JobContext job;

    @Inject
    private JobRecords records;

    @Inject
    private ReportMails mails;

    @Override
    public String process() {
        if (!Boolean.parseBoolean(FigureStep.parameters(job).get(NightlyReport.MAIL))) {
            records.log(job, FigureStep.MAIL, LogLine.Level.INFO, "Not asked to mail anything");
            return "COMPLETED";
        }
        LocalDate day = FigureStep.range(job).to();
        int sent = mails.send(day, job.getInstanceId(), records.kept(job));
        records.log(job, FigureStep.MAIL, LogLine.Level.INFO, "Report of " + day + " mailed to " + sent + " people");
        return "COMPLETED";
    }
}
