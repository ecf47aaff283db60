package org.pilet.reporting;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.pilet.platform.BlobRef;
import org.pilet.reporting.jobs.JobRecords;
import org.pilet.reporting.jobs.LogLine;

/** Writes each day's files. */
@Named
@Dependent
class FileStep extends AbstractBatchlet {

    @Inject
    private JobContext job;

    @Inject
    private JobRecords records;

    @Inject
    private DayReports reports;

    private volatile boolean stopped;

    @Override
    public String process() throws IOException {
        List<Period> periods = FigureStep.range(job).periods();
        records.expect(job, FigureStep.FILES, (long) periods.size() * DayReports.FORMATS.size());
        for (Period period : periods) {
            DayReport report = reports.of(period.day()).orElseThrow();
            for (ReportFormat format : DayReports.FORMATS) {
                if (stopped) {
                    return "STOPPED";
                }
                BlobRef kept = write(report, format);
                records.log(
                        job,
                        FigureStep.FILES,
                        LogLine.Level.INFO,
                        DayReports.fileName(period.day(), format) + " written, " + kept.size() + " bytes");
                records.advance(job, FigureStep.FILES, 1);
            }
        }
        return "COMPLETED";
    }

    private BlobRef write(DayReport report, ReportFormat format) throws IOException {
        Path draft = Files.createTempFile("pilet", "." + format.extension());
        try {
            try (OutputStream target = Files.newOutputStream(draft)) {
                format.write(report, target);
            }
            try (InputStream content = Files.newInputStream(draft)) {
                return records.keep(job, DayReports.fileName(report.day(), format), format.mediaType(), content);
            }
        } finally {
            Files.delete(draft);
        }
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
