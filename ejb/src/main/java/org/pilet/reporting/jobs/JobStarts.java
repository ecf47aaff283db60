package org.pilet.reporting.jobs;

import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.pilet.platform.Clock;

/**
 * Starts and restarts executions so that nothing is worked on twice at a time. To be called outside any transaction: the
 * runtime's own threads must see what is written here at once.
 */
@Dependent
public class JobStarts {

    private static final Duration TIME_TO_COME_TO_LIFE = Duration.ofMinutes(5);

    /**
     * JBeret holds what is marked as running for alive as soon as it has started any execution of the same job, so that of two
     * that died together it would let one go on; others do not know the word and ask nothing.
     */
    private static final String RESTART_MODE = "jberet.restart.mode";

    @Inject
    private JobStore store;

    @Inject
    @Any
    private Instance<JobDefinition> definitions;

    @Inject
    private Clock clock;

    /** Returns the execution's id. Refused with {@link JobBusy} when another works on the same. */
    public long start(String job, Map<String, String> asked) {
        Map<String, String> parameters =
                definition(job).map(definition -> definition.complete(asked)).orElse(Map.of());
        List<String> keys = claims(job, parameters);
        claim(job, keys, null);
        boolean started = false;
        try {
            long execution = operator().start(job, properties(parameters));
            started = true;
            return execution;
        } finally {
            if (!started) {
                store.giveUp(job, keys, clock.now());
            }
        }
    }

    /** Goes on where the execution stood, with the same parameters. */
    long restart(long executionId) {
        return restart(executionId, new Properties());
    }

    /** The same for one whose server is known to have died. */
    long revive(long executionId) {
        Properties dead = new Properties();
        dead.setProperty(RESTART_MODE, "force");
        return restart(executionId, dead);
    }

    private long restart(long executionId, Properties others) {
        JobOperator operator = operator();
        String job = operator.getJobInstance(executionId).getJobName();
        long instance = operator.getJobInstance(executionId).getInstanceId();
        Properties parameters = operator.getParameters(executionId);
        List<String> keys = claims(job, map(parameters));
        claim(job, keys, instance);
        if (parameters != null) {
            others.putAll(parameters);
        }
        boolean started = false;
        try {
            long execution = operator.restart(executionId, others);
            started = true;
            return execution;
        } finally {
            if (!started) {
                store.giveUp(job, keys, clock.now());
            }
        }
    }

    /** The execution has come to life: from now on its claims end with it. */
    void alive(String job, long instanceId, Properties parameters) {
        store.handOver(job, claims(job, map(parameters)), instanceId);
    }

    /** True if an execution was ever started for this, whatever has become of it. */
    public boolean everStarted(String job, String key) {
        return store.everClaimed(job, key);
    }

    private void claim(String job, List<String> keys, Long instance) {
        store.releaseNameless(clock.now().minus(TIME_TO_COME_TO_LIFE), clock.now());
        List<String> claimed = new ArrayList<>();
        for (String key : keys) {
            if (!store.claim(job, key, instance, clock.now())) {
                store.giveUp(job, claimed, clock.now());
                throw new JobBusy(job, key);
            }
            claimed.add(key);
        }
    }

    private List<String> claims(String job, Map<String, String> parameters) {
        return definition(job).map(definition -> definition.claims(parameters)).orElse(List.of());
    }

    private Optional<JobDefinition> definition(String job) {
        for (JobDefinition definition : definitions) {
            if (definition.job().equals(job)) {
                return Optional.of(definition);
            }
        }
        return Optional.empty();
    }

    static Map<String, String> map(Properties properties) {
        Map<String, String> map = new TreeMap<>();
        if (properties != null) {
            properties.stringPropertyNames().forEach(name -> map.put(name, properties.getProperty(name)));
        }
        return map;
    }

    private static Properties properties(Map<String, String> map) {
        Properties properties = new Properties();
        properties.putAll(map);
        return properties;
    }

    private static JobOperator operator() {
        return BatchRuntime.getJobOperator();
    }
}
