package org.pilet.web.reports;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.pilet.reporting.jobs.ExecutionView;
import org.pilet.reporting.jobs.Jobs;
import org.pilet.reporting.jobs.LogLine;
import org.pilet.reporting.jobs.OutputFile;
import org.pilet.reporting.jobs.StepView;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;

/** One execution: its steps, what it says, its files; while it runs the page follows it. */
@Named
@RequestScoped
public class ExecutionPage {

    @EJB
    private Jobs jobs;

    @Inject
    private PageTexts texts;

    @Inject
    private Toasts toasts;

    private long id;
    private ExecutionView execution;
    private List<StepView> steps = List.of();
    private List<LogLine> log = List.of();
    private List<OutputFile> files = List.of();

    public void load() {
        execution = jobs.execution(id);
        steps = jobs.steps(id);
        log = jobs.log(id);
        files = jobs.files(id);
    }

    public void stop() {
        jobs.stop(id);
        toasts.say(texts.get("jobs.stopping"));
        load();
    }

    public void abandon() {
        jobs.abandon(id);
        toasts.say(texts.get("jobs.abandoned"));
        load();
    }

    /** Goes on as another execution, which is shown then. */
    public String restart() {
        long next = jobs.restart(id);
        return "/reports/execution.xhtml?faces-redirect=true&id=" + next;
    }

    /** Done of total in hundredths, for a step that tells; null otherwise. */
    public Integer percent(StepView step) {
        return step.total() == 0 ? null : (int) Math.min(100, step.done() * 100 / step.total());
    }

    /** The tone of a state's pill. */
    public String tone(String state) {
        return switch (state) {
            case "COMPLETED" -> "ok";
            case "FAILED", "LOST" -> "danger";
            case "STOPPED", "STOPPING" -> "warn";
            case "STARTED", "STARTING" -> "accent";
            default -> "";
        };
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public ExecutionView getExecution() {
        return execution;
    }

    public List<StepView> getSteps() {
        return steps;
    }

    public List<LogLine> getLog() {
        return log;
    }

    public List<OutputFile> getFiles() {
        return files;
    }
}
