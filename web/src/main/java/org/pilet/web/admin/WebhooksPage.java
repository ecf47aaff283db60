package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pilet.automation.webhooks.WebhookDelivery;
import org.pilet.automation.webhooks.WebhookView;
import org.pilet.automation.webhooks.Webhooks;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;

/** Where other systems are called, each with how the last call went. */
@Named
@ViewScoped
public class WebhooksPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private Webhooks webhooks;

    @Inject
    private PageTexts texts;

    @Inject
    private Toasts toasts;

    private List<WebhookView> rows = List.of();
    private final Map<Long, WebhookDelivery> last = new HashMap<>();
    private String name;
    private String url;

    public void load() {
        rows = webhooks.all();
        rows.forEach(each -> webhooks.deliveries(each.id(), null, 1).rows().forEach(call -> last.put(each.id(), call)));
    }

    /** Adds one and goes to its page, where the secret stands. */
    public String add() {
        WebhookView added = webhooks.save(null, name, url, true);
        toasts.say(texts.get("webhook.saved"));
        return "/admin/webhook.xhtml?faces-redirect=true&id=" + added.id();
    }

    /** The last attempt; null when there was none. */
    public WebhookDelivery last(WebhookView webhook) {
        return last.get(webhook.id());
    }

    public List<WebhookView> getRows() {
        return rows;
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
}
