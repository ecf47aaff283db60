package org.pilet.bench;

import java.sql.SQLException;
import java.util.List;

/**
 * What agents look for: taken from the tickets themselves, so that they are found.
 *
 * @param rare each in a few messages
 * @param common in very many
 * @param pairs two words of one message
 */
record DeskWords(List<String> rare, List<String> common, List<String> pairs) {

    private static final int RAREST = 2;
    private static final int RARE = 40;

    static DeskWords in(Installation pilet) throws SQLException {
        // every five-hundredth message tells which words are common, and offers words that may be rare
        String sample = "select search from message where id % 500 = 0";
        List<String> common = pilet.strings("select word from ts_stat('" + sample
                + "') where length(word) > 4 and word ~ '^[a-z]+$'" + " order by ndoc desc, word limit 5");
        List<String> rare = pilet.strings("select word from (select word, (select count(*) from message m where"
                + " m.search @@ to_tsquery('simple', quote_literal(word) || ':*')) as messages from ts_stat('" + sample
                + "') where length(word) between 5 and 12 and word ~"
                + " '^[a-z0-9]+$' and ndoc = 1 order by md5(word) limit 60) w where messages between " + RAREST
                + " and " + RARE + " limit 20");
        List<String> pairs = pilet.strings("select split_part(words, ' ', 1) || ' ' || split_part(words, ' ', 3) from"
                + " (select regexp_replace(lower(body_text), '[^a-z]+', ' ', 'g') as words, id from message where id %"
                + " 500 = 0 and language = 'en') w where words ~ '^[a-z]{4,} [a-z]+ [a-z]{4,} ' order by md5(id::text)"
                + " limit 20");
        return new DeskWords(rare, common, pairs);
    }

    /** For {@code to_tsquery}. */
    static List<String> queries(List<String> typed) {
        return typed.stream()
                .map(each -> "'" + String.join("':* & '", each.split(" ")) + "':*")
                .toList();
    }
}
