package org.pilet.search;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;

/**
 * What to list. Every filter that is null (or empty) lets everything through; several narrow the list together.
 *
 * @param queueId this queue or one below it
 * @param statuses any of these
 * @param categoryId this category or one below it
 * @param text a ticket's number, or words: all of them in one message or in the subject, or part of the requester's
 *     name or address; and operators, see {@link SearchField}
 * @param createdFrom at this instant or later
 * @param createdBefore before this instant
 */
public record WorkListQuery(
        WorkListView view,
        Long queueId,
        Set<Status> statuses,
        Priority priority,
        Long categoryId,
        String tag,
        Long ownerId,
        Long requesterId,
        Long organisationId,
        Channel channel,
        String text,
        Instant createdFrom,
        Instant createdBefore,
        WorkListSort sort,
        WorkListGroup group)
        implements Serializable {

    public WorkListQuery {
        view = view == null ? WorkListView.ALL_OPEN : view;
        statuses = statuses == null ? Set.of() : Set.copyOf(statuses);
        tag = blankToNull(tag);
        text = blankToNull(text);
        sort = sort == null ? WorkListSort.DEFAULT : sort;
        group = group == null ? WorkListGroup.NONE : group;
    }

    /** Without groups. */
    public WorkListQuery(
            WorkListView view,
            Long queueId,
            Set<Status> statuses,
            Priority priority,
            Long categoryId,
            String tag,
            Long ownerId,
            Long requesterId,
            Long organisationId,
            Channel channel,
            String text,
            Instant createdFrom,
            Instant createdBefore,
            WorkListSort sort) {
        this(
                view,
                queueId,
                statuses,
                priority,
                categoryId,
                tag,
                ownerId,
                requesterId,
                organisationId,
                channel,
                text,
                createdFrom,
                createdBefore,
                sort,
                WorkListGroup.NONE);
    }

    /** What a view and a search ask for, in an order and in groups. */
    public static WorkListQuery of(WorkListView view, String text, WorkListSort sort, WorkListGroup group) {
        return new WorkListQuery(
                view, null, null, null, null, null, null, null, null, null, text, null, null, sort, group);
    }

    /** All of one view, in its default order. */
    public static WorkListQuery of(WorkListView view) {
        return new WorkListQuery(view, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** All that this person has asked, last changed first. */
    public static WorkListQuery ofRequester(long personId) {
        return new WorkListQuery(
                WorkListView.ALL,
                null,
                null,
                null,
                null,
                null,
                null,
                personId,
                null,
                null,
                null,
                null,
                null,
                WorkListSort.CHANGED);
    }

    public WorkListQuery withText(String words) {
        return new WorkListQuery(
                view,
                queueId,
                statuses,
                priority,
                categoryId,
                tag,
                ownerId,
                requesterId,
                organisationId,
                channel,
                words,
                createdFrom,
                createdBefore,
                sort,
                group);
    }

    public WorkListQuery withSort(WorkListSort order) {
        return new WorkListQuery(
                view,
                queueId,
                statuses,
                priority,
                categoryId,
                tag,
                ownerId,
                requesterId,
                organisationId,
                channel,
                text,
                createdFrom,
                createdBefore,
                order,
                group);
    }

    private static String blankToNull(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
