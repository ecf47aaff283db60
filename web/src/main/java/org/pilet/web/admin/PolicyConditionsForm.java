package org.pilet.web.admin;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pilet.people.People;
import org.pilet.platform.InvalidInput;
import org.pilet.sla.PolicyConditions;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Priority;
import org.pilet.tickets.TicketType;

/** For whom a policy is, as it is marked and typed. */
public class PolicyConditionsForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Map<String, Object> chosen = new HashMap<>();
    private String tags;
    private String customers;

    void show(PolicyConditions conditions, People people) {
        choose("organisations", conditions.organisations());
        choose("services", conditions.services());
        choose("queues", conditions.queues());
        choose("types", conditions.types());
        choose("priorities", conditions.priorities());
        choose("languages", conditions.languages());
        choose("channels", conditions.channels());
        tags = conditions.tags().stream().sorted().collect(Collectors.joining(", "));
        customers = conditions.customers().stream()
                .map(each -> people.view(each).email())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    PolicyConditions conditions(People people) {
        return new PolicyConditions(
                read("organisations", Long::valueOf),
                split(customers).map(address -> personOf(address, people)).collect(Collectors.toSet()),
                read("services", Long::valueOf),
                read("queues", Long::valueOf),
                read("types", TicketType::valueOf),
                read("priorities", Priority::valueOf),
                read("languages", Function.identity()),
                split(tags).collect(Collectors.toSet()),
                read("channels", Channel::valueOf));
    }

    private static long personOf(String address, People people) {
        return people.byAddress(address)
                .orElseThrow(() -> new InvalidInput("customers", "unknown", address))
                .id();
    }

    private static Stream<String> split(String typed) {
        return Arrays.stream((typed == null ? "" : typed).split("[,;\\n]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty());
    }

    private <T> Set<T> read(String field, Function<String, T> parser) {
        Object values = chosen.get(field);
        Stream<?> all = values instanceof Collection<?> several
                ? several.stream()
                : values instanceof Object[] array ? Arrays.stream(array) : Stream.empty();
        return all.map(String::valueOf).map(parser).collect(Collectors.toSet());
    }

    private void choose(String field, Collection<?> values) {
        chosen.put(
                field, values.stream().map(PolicyConditionsForm::key).collect(Collectors.toCollection(ArrayList::new)));
    }

    private static String key(Object value) {
        return value instanceof Enum<?> constant ? constant.name() : String.valueOf(value);
    }

    /** By the names of the fields: what is marked in each list. */
    public Map<String, Object> getChosen() {
        return chosen;
    }

    public String getTags() {
        return tags;
    }

    public void setTags(String tags) {
        this.tags = tags;
    }

    public String getCustomers() {
        return customers;
    }

    public void setCustomers(String customers) {
        this.customers = customers;
    }
}
