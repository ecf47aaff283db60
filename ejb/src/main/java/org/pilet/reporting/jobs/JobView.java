package org.pilet.reporting.jobs;

import java.io.Serializable;
import java.util.List;

/**
 * A kind of job.
 *
 * @param recent its latest executions, newest first; empty when it never ran
 */
public record JobView(String name, List<ExecutionView> recent) implements Serializable {

    /** The latest execution; null when it never ran. */
    public ExecutionView last() {
        return recent.isEmpty() ? null : recent.get(0);
    }
}
