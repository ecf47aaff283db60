package org.pilet.automation.webhooks;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.List;
import java.util.UUID;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.platform.Outbox;
import org.pilet.platform.Page;
import org.pilet.platform.PublicAddresses;
import org.pilet.platform.Roles;

/** Where other systems are called, and how it went. */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
public class Webhooks {

    private static final int LONGEST_NAME = 120;

    @Inject
    private WebhookStore store;

    @Inject
    private WebhookSecret secrets;

    @Inject
    private PublicAddresses addresses;

    @Inject
    private Outbox outbox;

    /** All by name. */
    public List<WebhookView> all() {
        return store.all();
    }

    /**
     * Adds (without an id) or replaces one. Refused with {@link InvalidInput} by the field: also when the address leads
     * into the house's own network.
     */
    public WebhookView save(Long id, String typed, String url, boolean active) {
        String name = typed == null ? "" : typed.strip();
        if (name.isEmpty()) {
            throw new InvalidInput("name", "required");
        }
        if (name.length() > LONGEST_NAME) {
            throw new InvalidInput("name", "tooLong", LONGEST_NAME);
        }
        boolean taken = store.all().stream()
                .anyMatch(each -> each.name().equalsIgnoreCase(name) && (id == null || each.id() != id));
        if (taken) {
            throw new InvalidInput("name", "taken", name);
        }
        if (id != null) {
            view(id);
        }
        return view(store.save(id, name, addresses.checked(url).toString(), active));
    }

    /** With its log. Refused with {@link NotFound}. */
    public void remove(long id) {
        if (store.remove(id) == 0) {
            throw new NotFound("webhook", id);
        }
    }

    /** What the receiver checks signatures with; with {@code anew} another from now on. Refused with {@link NotFound}. */
    public String secret(long id, boolean anew) {
        view(id);
        if (anew) {
            store.nextSecret(id);
        }
        return secrets.of(id, store.secretRound(id));
    }

    /** Attempts, newest first; the cursor is the last id. */
    public Page<WebhookDelivery> deliveries(long id, String cursor, int size) {
        view(id);
        long before = cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
        List<WebhookDelivery> rows = store.deliveries(id, before, size + 1);
        return rows.size() <= size
                ? new Page<>(rows, null)
                : new Page<>(
                        rows.subList(0, size), String.valueOf(rows.get(size - 1).id()));
    }

    /** Sends the same body again, as a new call. Refused with {@link NotFound}. */
    public void redeliver(long deliveryId) {
        WebhookDelivery delivery = store.delivery(deliveryId).orElseThrow(() -> new NotFound("delivery", deliveryId));
        order(delivery.webhookId(), "again:" + UUID.randomUUID(), delivery.body(), null);
    }

    /** Orders a call in the current transaction; at most once for each key. */
    @RolesAllowed({Roles.SYSTEM, Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
    public void order(long id, String key, String body, String cause) {
        String payload = Json.createObjectBuilder()
                .add("webhookId", id)
                .add("body", body)
                .build()
                .toString();
        outbox.put(WebhookCourier.KIND, key, payload, cause);
    }

    private WebhookView view(long id) {
        return store.find(id).orElseThrow(() -> new NotFound("webhook", id));
    }
}
