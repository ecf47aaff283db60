package org.pilet.web.agent;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.pilet.search.WorkListSort;

/** What a row of the work list can show beside the subject, in the order in which it does. */
public enum ListColumn {
    NUMBER(null),
    TAGS(null),
    STATUS(null),
    PRIORITY(WorkListSort.PRIORITY),
    IMPACT(null),
    URGENCY(null),
    QUEUE(null),
    CATEGORY(null),
    CHANNEL(null),
    REQUESTER(null),
    ORGANISATION(null),
    OWNER(null),
    CLOCK(WorkListSort.DUE),
    CREATED(WorkListSort.CREATED),
    CHANGED(WorkListSort.CHANGED);

    /** What everybody sees who has chosen nothing. */
    static final List<ListColumn> USUAL = List.of(NUMBER, TAGS, STATUS, CHANNEL, REQUESTER, OWNER, CLOCK, CHANGED);

    private final WorkListSort sort;

    ListColumn(WorkListSort sort) {
        this.sort = sort;
    }

    /** The order that its heading leads to, or null. */
    public WorkListSort getSort() {
        return sort;
    }

    /** Those named, in the order of the rows; what is no column is passed over. */
    static List<ListColumn> of(String names) {
        return Stream.of(names.split(","))
                .map(name -> Arrays.stream(values())
                        .filter(column -> column.name().equals(name.strip()))
                        .findFirst()
                        .orElse(null))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }
}
