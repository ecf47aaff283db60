package org.pilet.reporting.jobs;

import java.util.List;
import java.util.Map;

/** What a kind of job wants to be asked before it is started. Jobs without one take no parameters and claim nothing. */
public interface JobDefinition {

    /** The name of the job's description in {@code META-INF/batch-jobs}. */
    String job();

    /** The parameters to run with, defaults filled in; refuses nonsense with {@link org.pilet.platform.InvalidInput}. */
    Map<String, String> complete(Map<String, String> asked);

    /** What only one execution at a time may work on, for example the reported days. */
    List<String> claims(Map<String, String> parameters);
}
