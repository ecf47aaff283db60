package org.pilet.demo;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Counts through one part's places. */
@Named
@Dependent
public class DemoPlaces extends AbstractItemReader {

    @Inject
    @BatchProperty
    private String from;

    @Inject
    @BatchProperty
    private String to;

    private int next;
    private int end;

    @Override
    public void open(Serializable checkpoint) {
        next = checkpoint == null ? Integer.parseInt(from) : (Integer) checkpoint;
        end = Integer.parseInt(to);
    }

    @Override
    public Integer readItem() {
        return next < end ? next++ : null;
    }

    @Override
    public Integer checkpointInfo() {
        return next;
    }
}
