package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pilet.automation.MacroView;
import org.pilet.automation.Macros;
import org.pilet.tickets.QueueView;
import org.pilet.tickets.Queues;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.RuleWords;

/** All macros, each in a sentence. */
@Named
@RequestScoped
public class MacrosPage {

    @EJB
    private Macros macros;

    @EJB
    private Queues queues;

    @Inject
    private RuleWords words;

    @Inject
    private PageTexts texts;

    private List<MacroView> rows = List.of();
    private Map<Long, String> names = Map.of();

    public void load() {
        rows = macros.all();
        names = queues.active().stream().collect(Collectors.toMap(QueueView::id, QueueView::name));
    }

    /** What it does. */
    public String summary(MacroView macro) {
        return words.steps(RuleWords.object(macro.definition()));
    }

    public String where(MacroView macro) {
        return macro.queueId() == null ? texts.get("macros.everywhere") : names.getOrDefault(macro.queueId(), "–");
    }

    public List<MacroView> getRows() {
        return rows;
    }
}
