/**
 * Batch jobs as an operator sees them: which there are, what ran when and how far it came, its log and its files; start,
 * stop, restart, abandon.
 *
 * <p>Decided: the batch runtime's repository stays the master of executions and checkpoints. Beside it we keep signs of
 * life, because it takes an execution whose server was killed for running for ever; {@link
 * org.pilet.reporting.jobs.OrphanSweep} finds such orphans and restarts them where they stood. A job joins by naming the
 * listener {@code jobWatch} in its description.
 */
package org.pilet.reporting.jobs;
