package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.pilet.automation.webhooks.WebhookDelivery;
import org.pilet.automation.webhooks.WebhookView;
import org.pilet.automation.webhooks.Webhooks;
import org.pilet.platform.NotFound;
import org.pilet.platform.Page;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;

/** One webhook: its address, its secret, and every attempt to deliver. */
@Named
@ViewScoped
public class WebhookPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SIZE = 50;

    @EJB
    private Webhooks webhooks;

    @Inject
    private PageTexts texts;

    @Inject
    private Toasts toasts;

    private long id;
    private String after;
    private WebhookView webhook;
    private String name;
    private String url;
    private boolean active;
    private String secret;
    private boolean removing;
    private boolean replacing;
    private List<WebhookDelivery> rows = List.of();
    private String next;

    public void load() {
        show(webhooks.all().stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("webhook", id)));
        list();
    }

    public void save() {
        show(webhooks.save(id, name, url, active));
        toasts.say(texts.get("webhook.saved"));
    }

    public void askRemove() {
        removing = !removing;
    }

    public String remove() {
        webhooks.remove(id);
        return "/admin/webhooks.xhtml?faces-redirect=true";
    }

    public void showSecret() {
        secret = webhooks.secret(id, false);
    }

    public void askSecret() {
        replacing = true;
    }

    /** From now on calls are signed with another. */
    public void newSecret() {
        secret = webhooks.secret(id, true);
        replacing = false;
        toasts.say(texts.get("webhook.secretReplaced"));
    }

    /** Sends the same body again, as a new call. */
    public void redeliver(WebhookDelivery delivery) {
        webhooks.redeliver(delivery.id());
        toasts.say(texts.get("webhook.ordered"));
        list();
    }

    private void list() {
        String cursor = after != null && after.matches("\\d{1,18}") ? after : null;
        Page<WebhookDelivery> page = webhooks.deliveries(id, cursor, SIZE);
        rows = page.rows();
        next = page.next();
    }

    private void show(WebhookView shown) {
        webhook = shown;
        name = shown.name();
        url = shown.url();
        active = shown.active();
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }

    public WebhookView getWebhook() {
        return webhook;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = url;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    /** Null until somebody asks to see it. */
    public String getSecret() {
        return secret;
    }

    public boolean isRemoving() {
        return removing;
    }

    public boolean isReplacing() {
        return replacing;
    }

    public List<WebhookDelivery> getRows() {
        return rows;
    }

    public String getNext() {
        return next;
    }
}
