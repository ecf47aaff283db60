package org.pilet.web.reports;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pilet.reporting.NightTimer;
import org.pilet.reporting.jobs.ExecutionView;
import org.pilet.reporting.jobs.JobView;
import org.pilet.reporting.jobs.Jobs;

/** All jobs, those in trouble first, and the form that starts one. */
@Named
@RequestScoped
public class JobsPage {

    static final String NIGHTLY = "nightly-report";

    @EJB
    private Jobs jobs;

    @EJB
    private NightTimer night;

    @Inject
    private Sparkline sparkline;

    private List<JobView> all = List.of();
    private String job = NIGHTLY;
    private String from;
    private String to;
    private boolean mail;

    /** Before the page is shown; not when a start leads to another one, since the list is many questions to the runtime. */
    public void load() {
        all = jobs.all();
    }

    /** Starts the chosen job and shows its execution. */
    public String start() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "from", from);
        put(parameters, "to", to);
        parameters.put("mail", String.valueOf(mail));
        long execution = jobs.start(job, parameters);
        return "/reports/execution.xhtml?faces-redirect=true&id=" + execution;
    }

    private static void put(Map<String, String> parameters, String name, String value) {
        if (value != null && !value.isBlank()) {
            parameters.put(name, value);
        }
    }

    public List<JobView> getAll() {
        return all;
    }

    /** When the job starts by itself; null when it does not. */
    public Instant next(JobView view) {
        return NIGHTLY.equals(view.name()) ? night.next() : null;
    }

    /** How long its executions took, oldest first, as the points of a line 120 by 24. */
    public String durations(JobView view) {
        return sparkline.points(view.recent());
    }

    public List<ExecutionView> recent(JobView view) {
        return view.recent().subList(0, Math.min(10, view.recent().size()));
    }

    public String getJob() {
        return job;
    }

    public void setJob(String job) {
        this.job = job;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public boolean isMail() {
        return mail;
    }

    public void setMail(boolean mail) {
        this.mail = mail;
    }
}
