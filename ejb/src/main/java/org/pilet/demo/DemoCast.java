package org.pilet.demo;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.pilet.people.NewPerson;
import org.pilet.people.People;
import org.pilet.platform.Clock;
import org.pilet.platform.Roles;
import org.pilet.security.Accounts;

/** Puts the teams, people and queues of the demonstration on stage. */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class DemoCast {

    /** Of every demo account. */
    static final String PASSWORD = "pilet-demo";

    @EJB
    private People people;

    @EJB
    private Accounts accounts;

    @EJB
    private DemoHouse house;

    @Inject
    private CastStore store;

    @Inject
    private Clock clock;

    /** Creates what the demonstration needs, in one transaction; false when it was there already. */
    public boolean appear() {
        store.lock();
        if (store.isThere(Cast.TEAMS.get(0).name())) {
            return false;
        }
        Map<String, Long> organisations = new HashMap<>();
        Cast.ORGANISATIONS.forEach(
                each -> organisations.put(each.name(), store.addOrganisation(each.name(), each.domain())));
        Map<String, Long> ids = new HashMap<>();
        Cast.PEOPLE.forEach(person -> ids.put(person.email(), enter(person)));
        Map<String, Long> teams = new HashMap<>();
        for (Cast.Team team : Cast.TEAMS) {
            teams.put(team.name(), store.addTeam(team.name(), ids.get(team.lead())));
            team.members().forEach(email -> store.addMember(teams.get(team.name()), ids.get(email)));
        }
        Map<String, Long> categories = addCategories();
        Map<String, Long> queues = new HashMap<>();
        for (Cast.Queue queue : Cast.QUEUES) {
            long id = store.addQueue(queue, teams.get(queue.team()), categories.get(queue.defaultCategory()));
            queues.put(queue.name(), id);
            queue.grants().forEach((team, permission) -> store.grant(teams.get(team), id, permission));
        }
        house.sort(queues, categories);
        house.promise(organisations);
        Cast.REPORT_READERS.forEach(email -> store.subscribe(ids.get(email), clock.now()));
        return true;
    }

    private long enter(Cast.Member member) {
        NewPerson person = new NewPerson(
                member.kind(), member.name(), member.email(), member.phone(), member.language(), member.zone());
        long id = people.recognise(person).id();
        accounts.open(id, PASSWORD, member.roles());
        return id;
    }

    private Map<String, Long> addCategories() {
        Map<String, Long> ids = new HashMap<>();
        int place = 0;
        for (Cast.Category category : Cast.CATEGORIES) {
            Long parent = category.parent() == null ? null : ids.get(category.parent());
            ids.put(category.name(), store.addCategory(parent, category.name(), place++));
        }
        return ids;
    }
}
