package org.pilet.automation;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pilet.automation.terms.Arguments;
import org.pilet.automation.terms.References;
import org.pilet.platform.Refusal;

/** Binds written rules into a book. */
final class RuleBinding {

    /** What a rule names was there when it was saved; what has gone since is met when the rule is carried out. */
    static final References TRUSTED = (type, id) -> true;

    private static final Logger LOG = Logger.getLogger(RuleBinding.class.getName());

    private RuleBinding() {}

    /** Of the active rules of active groups; one that cannot be read (any more) is left out, and harms no other. */
    static RuleBook bind(List<RuleGroupView> groups, List<RuleView> rules, RuleReader reader) {
        return new RuleBook(groups.stream()
                .filter(RuleGroupView::active)
                .map(group -> new RuleBook.Group(
                        group.id(),
                        group.name(),
                        group.mode(),
                        rules.stream()
                                .filter(rule -> rule.active() && rule.groupId() == group.id())
                                .flatMap(rule -> read(rule, reader).stream())
                                .toList()))
                .toList());
    }

    static Rule rule(RuleView written, RuleReader reader, References references) {
        JsonObject definition = RuleJson.object(written.definition());
        JsonObject trigger = RuleJson.part(definition, "trigger");
        TriggerKind kind = reader.trigger(trigger, references);
        Rule rule = new Rule(
                written.id(),
                written.name(),
                Set.copyOf(written.queueIds()),
                kind,
                new Arguments(trigger, "trigger"),
                reader.conditions(RuleJson.part(definition, "conditions"), references),
                reader.steps(RuleJson.list(definition, "actions"), references));
        RuleOfItsOwn.check(rule);
        return rule;
    }

    private static Optional<Rule> read(RuleView written, RuleReader reader) {
        try {
            return Optional.of(rule(written, reader, TRUSTED));
        } catch (Refusal unreadable) {
            LOG.log(Level.SEVERE, "Rule {0} is not in force, it cannot be read: {1}", new Object[] {
                written.id(), unreadable.getMessage()
            });
            return Optional.empty();
        }
    }
}
