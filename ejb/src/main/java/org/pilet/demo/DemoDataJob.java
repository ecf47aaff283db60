package org.pilet.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.reporting.jobs.JobDefinition;

/**
 * The job {@code demo-data}: {@code count} tickets over the {@code days} up to now, played by so many {@code partitions}
 * at a time. The same {@code seed} on the same installation tells the same stories. Refused where nothing is demonstrated.
 */
@Dependent
class DemoDataJob implements JobDefinition {

    static final String JOB = "demo-data";
    static final String COUNT = "count";
    static final String DAYS = "days";
    static final String SEED = "seed";
    static final String PARTITIONS = "partitions";

    @Inject
    private DemoMode mode;

    @Override
    public String job() {
        return JOB;
    }

    @Override
    public Map<String, String> complete(Map<String, String> asked) {
        if (!mode.isOn()) {
            throw new NotFound("job", JOB);
        }
        return Map.of(
                COUNT, number(asked, COUNT, 1_000, 1, 1_000_000),
                DAYS, number(asked, DAYS, 365, 1, 3_660),
                SEED, number(asked, SEED, 1, Integer.MIN_VALUE, Integer.MAX_VALUE),
                PARTITIONS, number(asked, PARTITIONS, 2, 1, 16));
    }

    @Override
    public List<String> claims(Map<String, String> parameters) {
        return List.of(JOB); // one at a time is plenty
    }

    private static String number(Map<String, String> asked, String name, long otherwise, long least, long most) {
        String text = asked.get(name);
        if (text == null || text.isBlank()) {
            return Long.toString(otherwise);
        }
        try {
            long value = Long.parseLong(text.strip());
            if (value >= least && value <= most) {
                return Long.toString(value);
            }
        } catch (NumberFormatException nonsense) {
            throw new InvalidInput(name, "malformed", text);
        }
        throw new InvalidInput(name, "range", least, most);
    }
}
