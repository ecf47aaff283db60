package org.pilet.demo;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.pilet.reporting.jobs.JobRecords;

/** Plays the tickets of a chunk and writes them, save those that a cut-off execution has written already. */
@Named
@Dependent
public class DemoWriter extends AbstractItemWriter {

    static final String STEP = "play";

    @Inject
    private JobContext job;

    @Inject
    private RunStore runs;

    @Inject
    private StageStore stages;

    @Inject
    private PlayedTicketStore tickets;

    @Inject
    private JobRecords records;

    private Run run;
    private Plot plot;

    @Override
    public void open(Serializable checkpoint) {
        run = runs.of(job.getInstanceId());
        plot = run.plot(stages.stage());
    }

    @Override
    public void writeItems(List<Object> places) {
        List<Integer> wanted = places.stream().map(Integer.class::cast).toList();
        Set<Integer> played = runs.played(run.id(), wanted);
        tickets.add(
                run,
                wanted.stream()
                        .filter(place -> !played.contains(place))
                        .map(plot::play)
                        .toList());
        records.advance(job, STEP, places.size()); // last, since all partitions count on the same row
    }
}
