package org.pilet.search;

import java.util.List;

/**
 * What a gesture would reach.
 *
 * @param count how many tickets; of more than the most that one gesture takes, that number and one
 * @param first the first few of them
 */
public record BulkPreview(long count, int most, List<WorkListRow> first) {}
