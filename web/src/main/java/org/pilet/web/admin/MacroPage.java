package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.Serializable;
import java.util.List;
import org.pilet.automation.MacroDraft;
import org.pilet.automation.MacroView;
import org.pilet.automation.Macros;
import org.pilet.platform.NotFound;
import org.pilet.tickets.QueueView;
import org.pilet.tickets.Queues;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.RuleWords;
import org.pilet.web.common.Toasts;

/** One macro, put together action by action. */
@Named
@ViewScoped
public class MacroPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private Macros macros;

    @EJB
    private Queues queues;

    @Inject
    private RuleOptions options;

    @Inject
    private RuleWords words;

    @Inject
    private PageTexts texts;

    @Inject
    private Toasts toasts;

    private Long id;
    private String name;
    private int position;
    private Long queueId;
    private boolean active = true;
    private ActionLines actions = ActionLines.begun();
    private boolean removing;

    public void load() {
        if (id != null) {
            show(macros.all().stream()
                    .filter(each -> each.id() == id)
                    .findFirst()
                    .orElseThrow(() -> new NotFound("macro", id)));
        }
    }

    /** Another kind was chosen; what it must be told is asked for now. */
    public void chosen() {
        removing = false;
    }

    public void save() {
        show(macros.save(
                new MacroDraft(id, name, position, queueId, definition().toString(), active)));
        toasts.say(texts.get("macro.saved"));
    }

    public void askRemove() {
        removing = !removing;
    }

    public String remove() {
        macros.remove(id);
        return "/admin/macros.xhtml?faces-redirect=true";
    }

    /** What it does, as far as it is filled in. */
    public String getSummary() {
        return words.steps(definition());
    }

    private void show(MacroView macro) {
        id = macro.id();
        name = macro.name();
        position = macro.position();
        queueId = macro.queueId();
        active = macro.active();
        actions = ActionLines.of(RuleWords.object(macro.definition()).getJsonArray("actions"));
    }

    private JsonObject definition() {
        return Json.createObjectBuilder().add("actions", actions.json(options)).build();
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public int getPosition() {
        return position;
    }

    public void setPosition(int position) {
        this.position = position;
    }

    public Long getQueueId() {
        return queueId;
    }

    public void setQueueId(Long queueId) {
        this.queueId = queueId;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public ActionLines getActions() {
        return actions;
    }

    public List<QueueView> getQueues() {
        return queues.active();
    }

    public boolean isRemoving() {
        return removing;
    }
}
