package org.pilet.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pilet.platform.Sql;

@Dependent
class TrendStore {

    static final int PARTS = 12;

    private static final String COUNTED =
            " from ticket t %s where t.created_at >= ? and t.created_at < ? and t.status not"
                    + " in ('SPAM', 'DELETED', 'MERGED') and (? or t.queue_id = any(?::bigint[])) group by 1, 2, 3";

    private static final String PART = "floor(extract(epoch from t.created_at - ?::timestamptz) / ?)::bigint as part";

    @Inject
    private Sql sql;

    private record Counted(String key, String name, int part, long count) {}

    /** All that had a ticket in this time; of these queues, or of all when null. */
    List<Trend> between(TrendOf of, Instant from, Instant before, Collection<Long> queueIds) {
        String what = of == TrendOf.CATEGORY
                ? "select c.id::text as key, c.name as name, " + PART + ", count(*) as count"
                        + COUNTED.formatted("join category c on c.id = t.category_id")
                : "select g.tag as key, g.tag as name, " + PART + ", count(*) as count"
                        + COUNTED.formatted("join ticket_tag g on g.ticket_id = t.id");
        long length = Math.max(1, Duration.between(from, before).toSeconds() / PARTS);
        Map<String, long[]> parts = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        sql.list(
                        what,
                        row -> new Counted(
                                row.text("key"),
                                row.text("name"),
                                (int) Math.min(PARTS - 1L, row.number("part")),
                                row.number("count")),
                        from,
                        length,
                        from,
                        before,
                        queueIds == null,
                        queueIds == null ? List.of() : queueIds)
                .forEach(each -> {
                    names.put(each.key(), each.name());
                    parts.computeIfAbsent(each.key(), none -> new long[PARTS])[each.part()] += each.count();
                });
        List<Trend> trends = new ArrayList<>();
        parts.forEach((key, counts) -> trends.add(new Trend(
                key,
                names.get(key),
                Arrays.stream(counts, 0, PARTS / 2).sum(),
                Arrays.stream(counts, PARTS / 2, PARTS).sum(),
                Arrays.stream(counts).boxed().toList())));
        return trends;
    }
}
