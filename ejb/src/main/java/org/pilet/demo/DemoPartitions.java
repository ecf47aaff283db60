package org.pilet.demo;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Properties;
import org.pilet.reporting.jobs.JobRecords;

/** Cuts the run into parts of the same length; a restart cuts in the same places. */
@Named
@Dependent
public class DemoPartitions implements PartitionMapper {

    @Inject
    @BatchProperty
    private String count;

    @Inject
    @BatchProperty
    private String partitions;

    @Inject
    private JobContext job;

    @Inject
    private JobRecords records;

    @Override
    public PartitionPlan mapPartitions() {
        int all = Integer.parseInt(count);
        records.expect(job, DemoWriter.STEP, all);
        int parts = Integer.parseInt(partitions);
        Properties[] properties = new Properties[parts];
        for (int part = 0; part < parts; part++) {
            properties[part] = new Properties();
            properties[part].setProperty("from", Long.toString((long) all * part / parts));
            properties[part].setProperty("to", Long.toString((long) all * (part + 1) / parts));
        }
        PartitionPlan plan = new PartitionPlanImpl();
        plan.setPartitions(parts);
        plan.setThreads(parts);
        plan.setPartitionProperties(properties);
        return plan;
    }
}
