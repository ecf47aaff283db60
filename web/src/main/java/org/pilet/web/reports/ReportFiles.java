package org.pilet.web.reports;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pilet.platform.NotFound;
import org.pilet.reporting.Reports;
import org.pilet.reporting.jobs.Jobs;
import org.pilet.reporting.jobs.OutputFile;

/** Downloads: a day's figures at {@code /reports/files/day/2026-03-29.csv}, a job's file at {@code /reports/files/job/7}. */
@WebServlet("/reports/files/*")
public class ReportFiles extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern DAY = Pattern.compile("/day/(\\d{4}-\\d\\d-\\d\\d)\\.(csv|xlsx|pdf)");
    private static final Pattern JOB = Pattern.compile("/job/(\\d{1,18})(?:/[^/]*)?");

    @EJB
    private Reports reports;

    @EJB
    private Jobs jobs;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = String.valueOf(request.getPathInfo());
        Matcher day = DAY.matcher(path);
        Matcher job = JOB.matcher(path);
        if (day.matches()) {
            sendDay(day(day.group(1)), day.group(2), response);
        } else if (job.matches()) {
            sendFile(jobs.file(Long.parseLong(job.group(1))), response);
        } else {
            throw new NotFound("file", path);
        }
    }

    private void sendDay(LocalDate day, String format, HttpServletResponse response) throws IOException {
        if (reports.nightly(day).isEmpty()) {
            throw new NotFound("report", day);
        }
        describe("pilet-" + day + "." + format, response);
        reports.write(day, format, response.getOutputStream());
    }

    private void sendFile(OutputFile file, HttpServletResponse response) throws IOException {
        describe(file.name(), response);
        response.setContentLengthLong(file.size());
        response.setHeader("ETag", "\"" + file.sha256() + "\"");
        try (InputStream content = jobs.open(file.id())) {
            content.transferTo(response.getOutputStream());
        }
    }

    private static void describe(String name, HttpServletResponse response) {
        response.setContentType("application/octet-stream");
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name.replaceAll("[^\\w.-]", "_") + "\"");
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException nonsense) {
            throw new NotFound("report", text);
        }
    }
}
