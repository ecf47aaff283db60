package org.pilet.web.admin;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pilet.platform.InvalidInput;
import org.pilet.sla.LadderAction;
import org.pilet.sla.LadderStep;
import org.pilet.sla.Metric;
import org.pilet.sla.PolicyDraft.Level;
import org.pilet.web.common.BudgetWords;

/** One action of the escalation ladder, as it is typed: when, of which metric, what, and whom or what it names. */
public class LevelLine implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int DUE = 100;
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,4})\\s*%?");

    private Metric metric = Metric.RESOLUTION;
    private String at = "100%";
    private LadderAction action = LadderAction.NOTIFY_OWNER;
    private String argument;

    static List<LevelLine> of(List<Level> levels) {
        List<LevelLine> lines = new ArrayList<>();
        for (Level level : levels) {
            for (LadderStep step : level.steps()) {
                LevelLine line = new LevelLine();
                line.metric = level.metric();
                line.at = level.offset().isZero() ? level.percent() + "%" : BudgetWords.text(level.offset());
                line.action = step.action();
                line.argument = step.argument();
                lines.add(line);
            }
        }
        return lines;
    }

    /** Lines that say the same metric and moment are steps of one level, in their order. */
    static List<Level> levels(List<LevelLine> lines) {
        record Place(Metric metric, int percent, Duration offset) {}
        Map<Place, List<LadderStep>> steps = new LinkedHashMap<>();
        for (LevelLine line : lines) {
            boolean share = PERCENT.matcher(line.when()).matches();
            Place place = share
                    ? new Place(line.metric, line.percent(), Duration.ZERO)
                    : new Place(line.metric, DUE, BudgetWords.offset("levels", line.when()));
            steps.computeIfAbsent(place, key -> new ArrayList<>()).add(line.step());
        }
        List<Level> levels = new ArrayList<>();
        steps.forEach((place, all) -> levels.add(new Level(place.metric(), place.percent(), place.offset(), all)));
        return levels;
    }

    private String when() {
        return at == null ? "" : at.strip();
    }

    private int percent() {
        Matcher matcher = PERCENT.matcher(when());
        if (!matcher.matches()) {
            throw new InvalidInput("levels", "malformed", when());
        }
        return Integer.parseInt(matcher.group(1));
    }

    private LadderStep step() {
        boolean names = action.argument() != LadderAction.Argument.NONE;
        return new LadderStep(action, names && argument != null && !argument.isBlank() ? argument.strip() : null);
    }

    public Metric getMetric() {
        return metric;
    }

    public void setMetric(Metric metric) {
        this.metric = metric;
    }

    public String getAt() {
        return at;
    }

    public void setAt(String at) {
        this.at = at;
    }

    public LadderAction getAction() {
        return action;
    }

    /** What the old action named means nothing to the new one. */
    public void setAction(LadderAction action) {
        if (action != this.action) {
            argument = null;
        }
        this.action = action;
    }

    public String getArgument() {
        return argument;
    }

    public void setArgument(String argument) {
        this.argument = argument;
    }
}
