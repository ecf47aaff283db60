package org.pilet.demo;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.pilet.platform.Clock;

/** Fixes what the run is to be and brings the customers it needs. */
@Named
@Dependent
public class DemoPreparation extends AbstractBatchlet {

    @Inject
    @BatchProperty
    private String count;

    @Inject
    @BatchProperty
    private String days;

    @Inject
    @BatchProperty
    private String seed;

    @Inject
    private JobContext job;

    @Inject
    private RunStore runs;

    @Inject
    private StageStore stages;

    @Inject
    private Clock clock;

    @Inject
    private DemoMode mode;

    @Override
    @Transactional
    public String process() {
        if (!mode.isOn()) {
            throw new IllegalStateException("Made-up tickets are for demonstrations only: pilet.demo is not true");
        }
        Instant now = clock.now();
        Run run = runs.begin(
                job.getInstanceId(), Long.parseLong(seed), Integer.parseInt(count), Integer.parseInt(days), now);
        stages.add(Extras.forTickets(run.tickets()), now);
        return run.tickets() + " tickets over " + run.days() + " days";
    }
}
