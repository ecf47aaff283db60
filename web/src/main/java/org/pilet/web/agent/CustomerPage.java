package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.pilet.conversation.CustomerStories;
import org.pilet.conversation.SaidLine;
import org.pilet.people.ContactView;
import org.pilet.people.Contacts;
import org.pilet.people.People;
import org.pilet.people.PersonView;
import org.pilet.platform.NotFound;
import org.pilet.platform.Page;
import org.pilet.search.Count;
import org.pilet.search.WorkListQuery;
import org.pilet.search.WorkListRow;
import org.pilet.search.WorkListSort;
import org.pilet.search.WorkListView;
import org.pilet.search.WorkLists;
import org.pilet.web.common.PageTexts;

/** A customer with all their tickets and all that was said, or those of everybody in their organisation (features A2.10). */
@Named
@RequestScoped
public class CustomerPage {

    private static final int ROWS = 25;
    private static final int COUNTED = 10_000;

    /** What is listed. */
    public enum Shown {
        TICKETS,
        WORDS
    }

    @EJB
    private People people;

    @EJB
    private Contacts contacts;

    @EJB
    private WorkLists lists;

    @EJB
    private CustomerStories stories;

    @Inject
    private PageTexts texts;

    private Long id;
    private boolean everybody;
    private Shown shown = Shown.TICKETS;
    private String after;
    private PersonView person;
    private ContactView contact;
    private Count count;
    private Page<WorkListRow> tickets = new Page<>(List.of(), null);
    private Page<SaidLine> words = new Page<>(List.of(), null);

    public void load() {
        if (id == null) {
            throw new NotFound("person", "");
        }
        person = people.view(id);
        contact = contacts.of(id);
        everybody = everybody && person.organisationId() != null;
        count = lists.count(query(), COUNTED);
        if (shown == Shown.TICKETS) {
            tickets = lists.page(query(), after, ROWS);
        } else {
            words = everybody
                    ? stories.ofOrganisation(person.organisationId(), after, ROWS)
                    : stories.ofPerson(id, after, ROWS);
        }
    }

    private WorkListQuery query() {
        return new WorkListQuery(
                WorkListView.ALL,
                null,
                null,
                null,
                null,
                null,
                null,
                everybody ? null : id,
                everybody ? person.organisationId() : null,
                null,
                null,
                null,
                null,
                WorkListSort.CHANGED);
    }

    /** The same customer, seen in another way. */
    public String path(boolean all, Shown what) {
        return "?id=" + id + (all ? "&everybody=true" : "") + (what == Shown.WORDS ? "&shown=WORDS" : "");
    }

    /** Null on the last page. */
    public String getNextPath() {
        String next = shown == Shown.TICKETS ? tickets.next() : words.next();
        return next == null
                ? null
                : path(everybody, shown) + "&after=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    /** Null on the first page. */
    public String getFirstPath() {
        return after == null ? null : path(everybody, shown);
    }

    /** How many tickets there are, as far as they are counted. */
    public String getCount() {
        return texts.of(count.more() ? "number.more" : "number", count.number());
    }

    public PersonView getPerson() {
        return person;
    }

    public ContactView getContact() {
        return contact;
    }

    public List<WorkListRow> getTickets() {
        return tickets.rows();
    }

    public List<SaidLine> getWords() {
        return words.rows();
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public boolean isEverybody() {
        return everybody;
    }

    public void setEverybody(boolean everybody) {
        this.everybody = everybody;
    }

    public Shown getShown() {
        return shown;
    }

    public void setShown(Shown shown) {
        this.shown = shown == null ? Shown.TICKETS : shown;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after == null || after.isBlank() ? null : after;
    }
}
