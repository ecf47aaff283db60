package org.pilet.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;

/**
 * An order of rows that has no ties, as SQL and as a cursor. The columns all run in one direction, so that "after this
 * row" is one comparison that an index can answer.
 */
enum Order {
    NEXT_TO_DO(
            "(case when t.status in ('NEW', 'OPEN') then 0 else 1 end), coalesce(t.next_due_at, 'infinity'), t.changed_at,"
                    + " t.id",
            "?::int, ?::timestamptz, ?::timestamptz, ?",
            true) {
        @Override
        List<String> values(WorkListRow row) {
            return List.of(
                    row.status() == Status.NEW || row.status() == Status.OPEN ? "0" : "1",
                    due(row),
                    Cursor.moment(row.changedAt()),
                    String.valueOf(row.id()));
        }

        @Override
        List<Object> parameters(Cursor after) {
            return List.of(after.number(0), after.moment(1), after.moment(2), after.number(3));
        }
    },
    CHANGED("t.changed_at, t.id", "?::timestamptz, ?", false) {
        @Override
        List<String> values(WorkListRow row) {
            return List.of(Cursor.moment(row.changedAt()), String.valueOf(row.id()));
        }

        @Override
        List<Object> parameters(Cursor after) {
            return List.of(after.moment(0), after.number(1));
        }
    },
    CREATED("t.created_at, t.id", "?::timestamptz, ?", false) {
        @Override
        List<String> values(WorkListRow row) {
            return List.of(Cursor.moment(row.createdAt()), String.valueOf(row.id()));
        }

        @Override
        List<Object> parameters(Cursor after) {
            return List.of(after.moment(0), after.number(1));
        }
    },
    UNTOUCHED("t.changed_at, t.id", "?::timestamptz, ?", true) {
        @Override
        List<String> values(WorkListRow row) {
            return CHANGED.values(row);
        }

        @Override
        List<Object> parameters(Cursor after) {
            return CHANGED.parameters(after);
        }
    },
    OLDEST("t.created_at, t.id", "?::timestamptz, ?", true) {
        @Override
        List<String> values(WorkListRow row) {
            return CREATED.values(row);
        }

        @Override
        List<Object> parameters(Cursor after) {
            return CREATED.parameters(after);
        }
    },
    DUE("coalesce(t.next_due_at, 'infinity'), t.id", "?::timestamptz, ?", true) {
        @Override
        List<String> values(WorkListRow row) {
            return List.of(due(row), String.valueOf(row.id()));
        }

        @Override
        List<Object> parameters(Cursor after) {
            return List.of(after.moment(0), after.number(1));
        }
    },
    URGENCY(
            "(case t.priority when 'URGENT' then 0 when 'HIGH' then 1 when 'NORMAL' then 2 else 3 end), t.changed_at,"
                    + " t.id",
            "?::int, ?::timestamptz, ?",
            true) {
        @Override
        List<String> values(WorkListRow row) {
            return List.of(
                    String.valueOf(Priority.URGENT.ordinal() - row.priority().ordinal()),
                    Cursor.moment(row.changedAt()),
                    String.valueOf(row.id()));
        }

        @Override
        List<Object> parameters(Cursor after) {
            return List.of(after.number(0), after.moment(1), after.number(2));
        }
    };

    private static final Map<WorkListSort, Order> BY_SORT = Map.of(
            WorkListSort.CHANGED, CHANGED,
            WorkListSort.CREATED, CREATED,
            WorkListSort.DUE, DUE,
            WorkListSort.UNTOUCHED, UNTOUCHED,
            WorkListSort.OLDEST, OLDEST,
            WorkListSort.PRIORITY, URGENCY);

    private final String columns;
    private final String placeholders;
    private final boolean ascending;

    Order(String columns, String placeholders, boolean ascending) {
        this.columns = columns;
        this.placeholders = placeholders;
        this.ascending = ascending;
    }

    static Order of(WorkListQuery query) {
        if (query.sort() == WorkListSort.DEFAULT) {
            return query.view().isOpenOnly() ? NEXT_TO_DO : CHANGED;
        }
        return BY_SORT.get(query.sort());
    }

    /** Whether an index has the order, so that a list can be read in it as far as it is wanted. */
    boolean hasIndex(WorkListQuery query) {
        boolean always = this == CHANGED || this == CREATED || this == UNTOUCHED || this == OLDEST;
        boolean ofOpenOnes = this == NEXT_TO_DO || this == DUE || this == URGENCY;
        return query.group() == WorkListGroup.NONE
                && (always || ofOpenOnes && query.view().isOpenOnly());
    }

    /** Groups stand in their own order whatever the order within them. */
    String orderBy(WorkListGroup group) {
        String all = group.prefix(ascending) + columns;
        return ascending ? all : all.replace(", ", " desc, ") + " desc";
    }

    String after(WorkListGroup group) {
        return "(" + group.prefix(ascending) + columns + ") " + (ascending ? ">" : "<") + " ("
                + (group == WorkListGroup.NONE ? "" : "?::bigint, ") + placeholders + ")";
    }

    String cursorAt(WorkListGroup group, WorkListRow row) {
        List<String> values = new ArrayList<>(values(row));
        if (group != WorkListGroup.NONE) {
            values.add(String.valueOf(group.value(row)));
        }
        return new Cursor(name(group), values).encoded();
    }

    /** Refused as {@link Cursor#decode} is. */
    List<Object> parametersAfter(WorkListGroup group, String cursor) {
        int length = (int) placeholders.chars().filter(c -> c == '?').count();
        boolean grouped = group != WorkListGroup.NONE;
        Cursor after = Cursor.decode(cursor, name(group), grouped ? length + 1 : length);
        List<Object> values = new ArrayList<>(parameters(after));
        if (grouped) {
            values.add(0, ascending ? after.number(length) : -after.number(length));
        }
        return values;
    }

    private String name(WorkListGroup group) {
        return group == WorkListGroup.NONE ? name() : name() + "." + group;
    }

    abstract List<String> values(WorkListRow row);

    abstract List<Object> parameters(Cursor after);

    private static String due(WorkListRow row) {
        return Cursor.moment(row.clock() == null ? null : row.clock().dueAt());
    }
}
