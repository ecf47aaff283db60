package org.pilet.web.admin;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pilet.automation.Macros;
import org.pilet.automation.RuleCatalogue;
import org.pilet.automation.Rules;
import org.pilet.automation.terms.Parameter;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.RuleWords;

/** What can be chosen while a rule is made; looked up once a request. */
@Named
@RequestScoped
public class RuleOptions {

    @EJB
    private Rules rules;

    @Inject
    private RuleWords words;

    @Inject
    private PageTexts texts;

    private final Map<String, List<Parameter>> parameters = new HashMap<>();
    private final Map<String, List<SelectItem>> kinds = new HashMap<>();
    private final Map<Parameter.Type, List<SelectItem>> records = new EnumMap<>(Parameter.Type.class);

    @PostConstruct
    void read() {
        RuleCatalogue catalogue = rules.catalogue();
        put("when", catalogue.triggers());
        put("if", catalogue.conditions());
        put("do", catalogue.actions());
        kinds.put(
                "macro",
                kinds.get("do").stream()
                        .filter(item -> !Macros.RULES_ONLY.contains(String.valueOf(item.getValue())))
                        .toList());
    }

    /** All triggers ({@code when}), conditions ({@code if}), actions ({@code do}), or actions for macros ({@code macro}). */
    public List<SelectItem> kinds(String sort) {
        return kinds.get(sort);
    }

    /** What this kind must be told. */
    public List<Parameter> parameters(String sort, String kind) {
        return parameters.getOrDefault((sort.equals("macro") ? "do" : sort) + "." + kind, List.of());
    }

    public List<SelectItem> choices(Parameter parameter) {
        if (parameter.type() == Parameter.Type.CHOICE) {
            return parameter.choices().stream()
                    .map(choice -> new SelectItem(choice, texts.get(parameter.vocabulary() + "." + choice)))
                    .toList();
        }
        return records.computeIfAbsent(parameter.type(), type -> rules.names(type).entrySet().stream()
                .map(each -> new SelectItem(each.getKey(), each.getValue()))
                .toList());
    }

    /** As the page shows it: CHOICE, CHOICES, TEXT, LONG_TEXT or NUMBER. */
    public String input(Parameter parameter) {
        return switch (parameter.type()) {
            case TEXT, LONG_TEXT -> parameter.type().name();
            case NUMBER, MINUTES -> "NUMBER";
            default -> parameter.many() ? "CHOICES" : "CHOICE";
        };
    }

    private void put(String sort, List<RuleCatalogue.CatalogueEntry> entries) {
        List<SelectItem> items = new ArrayList<>();
        for (RuleCatalogue.CatalogueEntry entry : entries) {
            parameters.put(sort + "." + entry.name(), entry.parameters());
            items.add(new SelectItem(entry.name(), words.label(sort, entry.name())));
        }
        if (!sort.equals("when")) {
            items.sort(Comparator.comparing(SelectItem::getLabel));
        }
        kinds.put(sort, items);
    }
}
