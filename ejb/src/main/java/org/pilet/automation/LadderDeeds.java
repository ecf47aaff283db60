package org.pilet.automation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Happening;
import org.pilet.platform.Clock;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;

/** What the escalation ladder has the action catalogue do. */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class LadderDeeds {

    @Inject
    private MacroStore macros;

    @Inject
    private RuleReader reader;

    @Inject
    private FactReader facts;

    @Inject
    private LiveDoors doors;

    @Inject
    private Clock clock;

    /**
     * Runs the macro, or calls the webhook, that the order names; nothing when the ticket is no longer open. Refused with
     * {@link NotFound} when the macro has been removed.
     */
    public void perform(String key, String order) {
        JsonObject asked = RuleJson.object(order);
        long ticketId = asked.getJsonNumber("ticketId").longValue();
        Happening.Kind kind = Happening.Kind.SLA_BREACHED;
        Facts now = facts.read(ticketId, Happening.struck(kind, clock.now(), asked.getString("metric")));
        if (!now.ticket().status().isOpen()) {
            return;
        }
        List<Step> steps = reader.steps(actions(asked), RuleBinding.TRUSTED);
        String cause = "sla:" + asked.getString("metric").toLowerCase(Locale.ROOT);
        LiveWork work = new LiveWork(doors, key, cause, now, null, Set::of);
        for (int at = 0; at < steps.size(); at++) {
            work.at(at);
            steps.get(at).perform(work);
        }
    }

    private JsonArray actions(JsonObject asked) {
        JsonNumber macro = asked.getJsonNumber("macro");
        if (macro == null) {
            return Json.createArrayBuilder()
                    .add(Json.createObjectBuilder()
                            .add("kind", "webhook")
                            .add("webhook", asked.getJsonNumber("webhook")))
                    .build();
        }
        return macros.find(macro.longValue())
                .map(found -> RuleJson.object(found.definition()).getJsonArray("actions"))
                .orElseThrow(() -> new NotFound("macro", macro));
    }
}
