package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import org.pilet.people.ContactView;
import org.pilet.people.Contacts;
import org.pilet.people.PersonKind;
import org.pilet.platform.Clock;
import org.pilet.web.common.PageTexts;

/** Whether the customer can still be reached as it is written: asked when their ticket is closed, unless it was asked lately. */
@Named
@RequestScoped
public class ContactPanel {

    private static final Duration LATELY = Duration.ofDays(90);

    @EJB
    private Contacts contacts;

    @Inject
    private TicketPage page;

    @Inject
    private CustomerPanel customer;

    @Inject
    private Undos undos;

    @Inject
    private PageTexts texts;

    @Inject
    private Clock clock;

    private ContactView contact;
    private String name;
    private String phone;

    public ContactView getContact() {
        if (contact == null) {
            contact = contacts.of(page.getTicket().requesterId());
        }
        return contact;
    }

    public boolean isAsking() {
        return page.isMayReopen()
                && customer.getPerson().kind() == PersonKind.CUSTOMER
                && (getContact().confirmedAt() == null
                        || getContact().confirmedAt().plus(LATELY).isBefore(clock.now()));
    }

    /** Says that it is right, as it stands in the form. */
    public void confirm() {
        ContactView before = getContact();
        contact = contacts.confirm(before.personId(), name, phone);
        undos.offer(texts.of("contact.confirmed", contact.name()), doors -> doors.contacts()
                .takeBack(before));
    }

    public String getName() {
        return name == null ? getContact().name() : name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name;
    }

    public String getPhone() {
        return phone == null ? getContact().phone() : phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }
}
