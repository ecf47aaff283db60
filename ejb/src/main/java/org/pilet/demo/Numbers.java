package org.pilet.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.pilet.platform.Sql;

/** Draws row numbers as the persistence provider does: one draw from a sequence gives a block of fifty. */
@Dependent
class Numbers {

    private static final int BLOCK = 50;

    @Inject
    private Sql sql;

    List<Long> take(String sequence, int count) {
        List<Long> ends = sql.list(
                "select nextval(?::regclass) as value from generate_series(1, ?)",
                row -> row.number("value"),
                sequence,
                (count + BLOCK - 1) / BLOCK);
        List<Long> taken = new ArrayList<>(count + BLOCK);
        ends.forEach(end -> LongStream.rangeClosed(end - BLOCK + 1, end).forEach(taken::add));
        return taken.subList(0, count);
    }

    /** Parameter rows for things that have just got their numbers. */
    static <T> List<Object[]> with(List<Long> numbers, List<T> things, BiFunction<Long, T, Object[]> row) {
        return IntStream.range(0, things.size())
                .mapToObj(i -> row.apply(numbers.get(i), things.get(i)))
                .toList();
    }
}
