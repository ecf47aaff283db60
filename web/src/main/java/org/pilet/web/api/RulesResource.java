package org.pilet.web.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.pilet.automation.DryRunReport;
import org.pilet.automation.DryRuns;
import org.pilet.automation.GroupMode;
import org.pilet.automation.RuleCatalogue;
import org.pilet.automation.RuleDraft;
import org.pilet.automation.RuleGroupDraft;
import org.pilet.automation.RuleGroupView;
import org.pilet.automation.RuleRuns;
import org.pilet.automation.RuleStatistics;
import org.pilet.automation.RuleView;
import org.pilet.automation.Rules;
import org.pilet.automation.RunState;
import org.pilet.search.WorkLists;
import org.pilet.web.common.RuleWords;

/** The rules by which the house works by itself, their dry run, log and statistics; for administrators. */
@Path("rules")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("admin")
public class RulesResource {

    private static final int PAGE = 50;

    @EJB
    private Rules rules;

    @EJB
    private RuleRuns runs;

    @EJB
    private DryRuns dryRuns;

    @Inject
    private RuleWords words;

    @Inject
    private CallerLanguage language;

    @Inject
    private Creation creation;

    @Inject
    private TicketRefs refs;

    @GET
    public Links.Items<RuleEntry> all() {
        return Links.all(rules.all().stream().map(this::entry).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(RuleBody body) {
        return creation.of(body, () -> {
            RuleView rule = rules.save(draft(null, body));
            return Creation.Created.at("/rules/" + rule.id(), entry(rule));
        });
    }

    @GET
    @Path("{rule}")
    public RuleEntry one(@PathParam("rule") String id) {
        return entry(rules.view(Ids.of("rule", id)));
    }

    @PUT
    @Path("{rule}")
    @Consumes(MediaType.APPLICATION_JSON)
    public RuleEntry replace(@PathParam("rule") String id, RuleBody body) {
        return entry(rules.save(draft(Ids.of("rule", id), body)));
    }

    @DELETE
    @Path("{rule}")
    public void remove(@PathParam("rule") String id) {
        rules.remove(Ids.of("rule", id));
    }

    /** What would this rule have done? Nothing is saved or changed. */
    @POST
    @Path("dry-run")
    @Consumes(MediaType.APPLICATION_JSON)
    public DryRunReport dryRun(RuleBody body, @QueryParam("days") String days) {
        return dryRuns.dryRun(draft(null, body), Input.limit(days, DryRuns.LONGEST_DAYS));
    }

    /** Another system calls: the rule, if its trigger is HOOK, is asked about the ticket. */
    @POST
    @Path("{rule}/hook")
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope("tickets:write")
    public Response hook(@PathParam("rule") String id, @QueryParam("ticket") String ticket, JsonObject payload) {
        long ticketId = refs.idOf(Input.required("ticket", ticket));
        rules.hook(Ids.of("rule", id), ticketId, payload.toString());
        return Response.accepted().build();
    }

    @GET
    @Path("catalogue")
    public RuleCatalogue catalogue() {
        return rules.catalogue();
    }

    @GET
    @Path("groups")
    public Links.Items<RuleGroupView> groups() {
        return Links.all(rules.groups());
    }

    @POST
    @Path("groups")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response addGroup(RuleGroupBody body) {
        return creation.of(body, () -> {
            RuleGroupView group = rules.save(group(null, body));
            return Creation.Created.at("/rules/groups", group);
        });
    }

    @PUT
    @Path("groups/{group}")
    @Consumes(MediaType.APPLICATION_JSON)
    public RuleGroupView replaceGroup(@PathParam("group") String id, RuleGroupBody body) {
        return rules.save(group(Ids.of("group", id), body));
    }

    @DELETE
    @Path("groups/{group}")
    public void removeGroup(@PathParam("group") String id) {
        rules.removeGroup(Ids.of("group", id));
    }

    @GET
    @Path("statistics")
    public Links.Items<RuleStatistics> statistics() {
        return Links.all(runs.statistics());
    }

    @GET
    @Path("runs")
    public Response log(
            @QueryParam("rule") String rule,
            @QueryParam("ticket") String ticket,
            @QueryParam("state") String state,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit,
            @Context UriInfo address) {
        int size = Input.limit(limit, PAGE, WorkLists.LARGEST_PAGE);
        Input.number("cursor", cursor);
        Long ticketId = ticket == null || ticket.isBlank() ? null : refs.idOf(ticket);
        return Links.page(
                runs.log(
                        Input.number("rule", rule),
                        ticketId,
                        Input.choice("state", RunState.class, state),
                        cursor,
                        size),
                address);
    }

    @POST
    @Path("runs/{run}/retry")
    public void retry(@PathParam("run") String id) {
        runs.retry(Ids.of("run", id));
    }

    private RuleEntry entry(RuleView rule) {
        JsonObject definition = RuleWords.object(rule.definition());
        JsonArray actions = definition.getJsonArray("actions");
        return new RuleEntry(
                rule.id(),
                rule.groupId(),
                rule.position(),
                rule.name(),
                rule.active(),
                rule.activeSince(),
                rule.queueIds(),
                words.summary(language.ofCaller(), definition),
                definition.getJsonObject("trigger"),
                definition.get("conditions") instanceof JsonObject tree ? tree : JsonValue.EMPTY_JSON_OBJECT,
                actions,
                rule.version(),
                rule.changedAt());
    }

    private static RuleDraft draft(Long id, RuleBody body) {
        Input.required("name", body.name());
        JsonObjectBuilder definition =
                Json.createObjectBuilder().add("trigger", Input.required("trigger", body.trigger()));
        if (body.conditions() != null) {
            definition.add("conditions", body.conditions());
        }
        definition.add("actions", Input.required("actions", body.actions()));
        List<Long> queueIds = body.queueIds() == null ? List.of() : body.queueIds();
        queueIds.forEach(queueId -> Input.required("queueIds", queueId));
        return new RuleDraft(
                id,
                body.version(),
                Input.required("groupId", body.groupId()),
                body.position(),
                body.name(),
                body.active() == null || body.active(),
                queueIds,
                definition.build().toString());
    }

    private static RuleGroupDraft group(Long id, RuleGroupBody body) {
        return new RuleGroupDraft(
                id,
                body.name(),
                body.position() == null ? 0 : body.position(),
                Input.required("mode", Input.choice("mode", GroupMode.class, body.mode())),
                body.active() == null || body.active());
    }
}
