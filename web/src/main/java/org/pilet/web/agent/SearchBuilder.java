package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pilet.catalog.Categories;
import org.pilet.search.SearchField;
import org.pilet.tickets.QueueView;

/** What the search's builder offers: its fields, and the values that are worth proposing for each. */
@Named
@RequestScoped
public class SearchBuilder {

    private static final List<String> DAYS = List.of("today", "yesterday", "7d", "30d", ">7d");
    private static final List<String> AHEAD = List.of("today", "tomorrow", "2h", "24h", ">7d");

    @Inject
    private WorkListPage list;

    @EJB
    private Categories categories;

    public SearchField[] getFields() {
        return SearchField.values();
    }

    /** Proposals by field; a field without any takes what is typed. */
    public Map<SearchField, List<String>> getProposals() {
        Map<SearchField, List<String>> proposals = new LinkedHashMap<>();
        for (SearchField field : SearchField.values()) {
            List<String> words =
                    switch (field.kind()) {
                        case PERSON, PEOPLE -> List.of("me", "nobody");
                        case PAST -> DAYS;
                        case FUTURE -> AHEAD;
                        case NAMED -> names(field);
                        default -> field.words();
                    };
            if (!words.isEmpty()) {
                proposals.put(field, words);
            }
        }
        return proposals;
    }

    private List<String> names(SearchField field) {
        return switch (field) {
            case QUEUE -> list.getQueues().stream().map(QueueView::name).toList();
            case TEAM ->
                list.getQueues().stream().map(QueueView::teamName).distinct().toList();
            case CATEGORY ->
                categories.active().stream().map(each -> each.name()).distinct().toList();
            default -> List.of("none");
        };
    }
}
