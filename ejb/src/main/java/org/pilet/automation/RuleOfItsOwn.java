package org.pilet.automation;

import java.util.Map;
import org.pilet.automation.actions.ActionKind;
import org.pilet.automation.terms.Arguments;
import org.pilet.conversation.Placeholders;
import org.pilet.platform.InvalidInput;

/** What a rule must be like that is woken about no ticket: it opens one first, and there is nothing to ask before. */
final class RuleOfItsOwn {

    private RuleOfItsOwn() {}

    /** Refuses, by the place, what has no sense as long as there is no ticket. */
    static void check(Rule rule) {
        if (rule.trigger() != TriggerKind.TIMETABLE) {
            return;
        }
        if (!rule.queueIds().isEmpty()) {
            throw new InvalidInput("queueIds", "noTicketYet");
        }
        if (!rule.conditions().equals(ConditionTree.ALWAYS)) {
            throw new InvalidInput("conditions", "noTicketYet");
        }
        Step first = rule.steps().get(0);
        Arguments told = first.arguments();
        if (!first.kind().name().equals(ActionKind.OPENS)) {
            throw new InvalidInput(told.at("kind"), "opensFirst");
        }
        if (!told.has("requester")) {
            throw new InvalidInput(told.at("requester"), "required");
        }
        requirePlain(told, "subject");
        requirePlain(told, "text");
    }

    private static void requirePlain(Arguments told, String name) {
        String text = told.has(name) ? told.text(name) : "";
        if (!Placeholders.fillAll(text, Map.of(), plain -> plain).equals(text)) {
            throw new InvalidInput(told.at(name), "noTicketYet");
        }
    }
}
