package org.pilet.reporting.jobs;

import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.JobInstance;
import jakarta.batch.runtime.Metric;
import jakarta.batch.runtime.StepExecution;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pilet.platform.NotFound;
import org.pilet.reporting.jobs.ExecutionView.State;

/** Puts together what the runtime's repository and our own records know of executions. */
@Dependent
class JobReader {

    private static final Comparator<JobExecution> NEWEST_FIRST =
            Comparator.comparing(JobExecution::getExecutionId).reversed();

    @Inject
    private JobRecordStore records;

    @Inject
    private JobStore store;

    SortedSet<String> jobs() {
        return new TreeSet<>(operator().getJobNames());
    }

    /** One question to the repository for each instance and one for all their progress: a page shows dozens of them. */
    List<ExecutionView> executions(String job, int skip, int count) {
        List<JobExecution> found = new ArrayList<>();
        Map<Long, JobInstance> instances = new HashMap<>();
        for (JobInstance instance : instances(job, skip + count)) {
            for (JobExecution execution : operator().getJobExecutions(instance)) {
                found.add(execution);
                instances.put(execution.getExecutionId(), instance);
            }
        }
        List<JobExecution> shown =
                found.stream().sorted(NEWEST_FIRST).skip(skip).limit(count).toList();
        Map<Long, List<JobRecordStore.Progress>> progress = records.progress(
                shown.stream().map(JobExecution::getExecutionId).toList());
        return shown.stream()
                .map(execution -> view(
                        execution,
                        instances.get(execution.getExecutionId()),
                        progress.getOrDefault(execution.getExecutionId(), List.of())))
                .toList();
    }

    ExecutionView execution(long id) {
        return view(require(id), operator().getJobInstance(id), records.progress(id));
    }

    List<StepView> steps(long executionId) {
        require(executionId);
        Map<String, JobRecordStore.Progress> progress = records.progress(executionId).stream()
                .collect(Collectors.toMap(JobRecordStore.Progress::step, Function.identity()));
        return operator().getStepExecutions(executionId).stream()
                .sorted(Comparator.comparing(StepExecution::getStepExecutionId))
                .map(step -> step(step, Optional.ofNullable(progress.get(step.getStepName()))))
                .toList();
    }

    private List<JobInstance> instances(String job, int count) {
        try {
            return operator().getJobInstances(job, 0, count);
        } catch (NoSuchJobException neverRan) {
            return List.of();
        }
    }

    private ExecutionView view(JobExecution execution, JobInstance instance, List<JobRecordStore.Progress> progress) {
        return new ExecutionView(
                execution.getExecutionId(),
                instance.getInstanceId(),
                instance.getJobName(),
                state(execution),
                instant(execution.getStartTime() == null ? execution.getCreateTime() : execution.getStartTime()),
                instant(execution.getEndTime()),
                JobStarts.map(execution.getJobParameters()),
                share(progress));
    }

    private State state(JobExecution execution) {
        State state = State.valueOf(execution.getBatchStatus().name());
        boolean running = state == State.STARTING || state == State.STARTED || state == State.STOPPING;
        boolean lost = running
                && store.find(execution.getExecutionId())
                        .map(JobStore.Beat::lost)
                        .orElse(false);
        return lost ? State.LOST : state;
    }

    private static Double share(List<JobRecordStore.Progress> steps) {
        long total = steps.stream().mapToLong(JobRecordStore.Progress::total).sum();
        long done = steps.stream().mapToLong(JobRecordStore.Progress::done).sum();
        return total == 0 ? null : Math.min(1, (double) done / total);
    }

    private static StepView step(StepExecution step, Optional<JobRecordStore.Progress> progress) {
        return new StepView(
                step.getStepName(),
                step.getBatchStatus().name(),
                instant(step.getStartTime()),
                instant(step.getEndTime()),
                count(step, Metric.MetricType.READ_COUNT),
                count(step, Metric.MetricType.WRITE_COUNT),
                count(step, Metric.MetricType.COMMIT_COUNT),
                count(step, Metric.MetricType.FILTER_COUNT),
                count(step, Metric.MetricType.READ_SKIP_COUNT)
                        + count(step, Metric.MetricType.PROCESS_SKIP_COUNT)
                        + count(step, Metric.MetricType.WRITE_SKIP_COUNT),
                count(step, Metric.MetricType.ROLLBACK_COUNT),
                progress.map(JobRecordStore.Progress::done).orElse(0L),
                progress.map(JobRecordStore.Progress::total).orElse(0L));
    }

    private static long count(StepExecution step, Metric.MetricType type) {
        if (step.getMetrics() == null) {
            return 0;
        }
        for (Metric metric : step.getMetrics()) {
            if (metric.getType() == type) {
                return metric.getValue();
            }
        }
        return 0;
    }

    private static JobExecution require(long id) {
        try {
            JobExecution execution = operator().getJobExecution(id);
            if (execution != null) {
                return execution;
            }
        } catch (NoSuchJobExecutionException gone) {
            throw new NotFound("execution", id);
        }
        throw new NotFound("execution", id);
    }

    private static Instant instant(Date date) {
        return date == null ? null : Instant.ofEpochMilli(date.getTime());
    }

    private static JobOperator operator() {
        return BatchRuntime.getJobOperator();
    }
}
