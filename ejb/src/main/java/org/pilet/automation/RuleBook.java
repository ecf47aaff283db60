package org.pilet.automation;

import java.util.List;
import java.util.Optional;
import org.pilet.automation.terms.Happening;

/** The rules in force, in their order. */
record RuleBook(List<Group> groups) {

    /** Rules that belong together. */
    record Group(long id, String name, GroupMode mode, List<Rule> rules) {}

    /** What of it listens, group by group; rules that have brought the event about do not. */
    List<Group> listening(RuleEvent event) {
        return groups.stream()
                .map(group -> new Group(
                        group.id(),
                        group.name(),
                        group.mode(),
                        group.rules().stream()
                                .filter(rule -> rule.hears(event.happening()))
                                .filter(rule -> !event.chain().contains(rule.id()))
                                .toList()))
                .filter(group -> !group.rules().isEmpty())
                .toList();
    }

    boolean hears(Happening heard) {
        return groups.stream().anyMatch(group -> group.rules().stream().anyMatch(rule -> rule.hears(heard)));
    }

    List<Rule> of(TriggerKind kind) {
        return groups.stream()
                .flatMap(group -> group.rules().stream())
                .filter(rule -> rule.trigger() == kind)
                .toList();
    }

    Optional<Rule> find(long id) {
        return groups.stream()
                .flatMap(group -> group.rules().stream())
                .filter(rule -> rule.id() == id)
                .findFirst();
    }
}
