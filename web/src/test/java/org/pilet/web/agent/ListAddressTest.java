package org.pilet.web.agent;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pilet.search.WorkListQuery;

class ListAddressTest {

    /** What is no filter: a view keeps these beside its search. */
    private static final Set<String> BESIDE = Set.of("view", "saved", "sort", "group", "columns", "after");

    /** Every filter that there is: whoever adds one is met here. */
    static Stream<String> filters() {
        return Arrays.stream(ListAddress.class.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .filter(field -> field.getType() != HttpServletRequest.class)
                .map(Field::getName)
                .filter(name -> !BESIDE.contains(name));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void a_kept_view_keeps_every_filter(String name) throws ReflectiveOperationException {
        String given = sample(ListAddress.class.getDeclaredField(name).getType());
        ListAddress address = address(List.of(name));
        String value = given.toLowerCase(java.util.Locale.ROOT);
        assertThat(address.wholeSearch())
                .isIn(value, name + ":#" + value, name + ":" + value, name + ":\"" + value + "\"");
        assertThat(address.isFiltered()).isTrue();
        ListAddress plain = new ListAddress();
        plain.setView(address.getView());
        assertThat(address.query()).isNotEqualTo(plain.query());
    }

    @Test
    void a_kept_view_keeps_all_filters_together() {
        List<String> all = filters().toList();
        String search = address(all).wholeSearch();
        assertThat(all).allSatisfy(name -> assertThat(search).contains(name.equals("q") ? " 7" : name + ":"));
        assertThat(all).as("filters that a list's question knows").hasSize(queried());
    }

    @Test
    void a_choice_within_the_words_stays_one() {
        ListAddress address = new ListAddress();
        address.setQ("printer OR paper");
        assertThat(address.wholeSearch()).isEqualTo("printer OR paper");
        address.setTag("very \"important");
        assertThat(address.wholeSearch()).isEqualTo("tag:\"very important\" (printer OR paper)");
    }

    /** All but the view, two instants that only an API asks for, and the order. */
    private static int queried() {
        return WorkListQuery.class.getRecordComponents().length - 5;
    }

    private static ListAddress address(List<String> filters) {
        return ListAddress.of(name -> filters.contains(name) ? sample(type(name)) : null);
    }

    private static Class<?> type(String name) {
        try {
            return ListAddress.class.getDeclaredField(name).getType();
        } catch (NoSuchFieldException unknown) {
            throw new AssertionError(unknown);
        }
    }

    private static String sample(Class<?> type) {
        return type.isEnum() ? ((Enum<?>) type.getEnumConstants()[0]).name() : "7";
    }
}
