package org.pilet.search;

/** What a list's tickets are put together by. Each group has a number, so that one comparison says what comes after. */
public enum WorkListGroup {
    NONE("0") {
        @Override
        long value(WorkListRow row) {
            return 0;
        }
    },
    STATUS("(case t.status when 'NEW' then 0 when 'OPEN' then 1 when 'ANSWERED' then 2 when 'PENDING' then 3 when"
            + " 'ON_HOLD' then 4 when 'POSTPONED' then 5 when 'RESOLVED' then 6 when 'CLOSED' then 7 when"
            + " 'MERGED' then 8 when 'SPAM' then 9 else 10 end)") {
        @Override
        long value(WorkListRow row) {
            return row.status().ordinal();
        }
    },
    PRIORITY("(case t.priority when 'URGENT' then 0 when 'HIGH' then 1 when 'NORMAL' then 2 else 3 end)") {
        @Override
        long value(WorkListRow row) {
            return 3L - row.priority().ordinal();
        }
    },
    QUEUE("t.queue_id") {
        @Override
        long value(WorkListRow row) {
            return row.queueId();
        }
    },
    OWNER("(case when t.owner_id is null then 0 else t.owner_id end)") {
        @Override
        long value(WorkListRow row) {
            return row.ownerId() == null ? 0 : row.ownerId();
        }
    },
    REQUESTER("t.requester_id") {
        @Override
        long value(WorkListRow row) {
            return row.requesterId();
        }
    },
    ORGANISATION("(case when t.organisation_id is null then 0 else t.organisation_id end)") {
        @Override
        long value(WorkListRow row) {
            return row.organisationId() == null ? 0 : row.organisationId();
        }
    },
    CATEGORY("t.category_id") {
        @Override
        long value(WorkListRow row) {
            return row.categoryId();
        }
    };

    private final String sql;

    WorkListGroup(String sql) {
        this.sql = sql;
    }

    /** Its number as the first column of an order, turned round where the order runs down. */
    String prefix(boolean ascending) {
        return this == NONE ? "" : ascending ? sql + ", " : "-" + sql + ", ";
    }

    abstract long value(WorkListRow row);
}
