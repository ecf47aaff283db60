package org.pilet.automation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pilet.automation.terms.Parameter;
import org.pilet.automation.terms.References;
import org.pilet.platform.Sql;

/** The records that rules can name. */
@Dependent
class VocabularyStore implements References {

    private static final int MOST = 1000;

    @Inject
    private Sql sql;

    VocabularyStore() {}

    VocabularyStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean known(Parameter.Type type, long id) {
        return sql.number("select count(*) as value from (" + source(type) + ") s where s.id = ?", id) > 0;
    }

    /** Names by id, in their order; of very many the first. */
    Map<String, String> names(Parameter.Type type) {
        Map<String, String> names = new LinkedHashMap<>();
        sql.list(
                "select id, name from (" + source(type) + ") s order by name, id limit " + MOST,
                row -> names.put(String.valueOf(row.number("id")), row.text("name")));
        return names;
    }

    private static String source(Parameter.Type type) {
        return switch (type) {
            case QUEUE -> "select id, name from queue where active";
            case PERSON -> "select id, name from person where active and kind = 'AGENT'";
            case TEAM -> "select id, name from team";
            case CATEGORY -> "select id, name from category where active";
            case ORGANISATION -> "select id, name from organisation";
            case CALENDAR -> "select id, name from business_calendar";
            case SKILL -> "select id, name from skill";
            case WEBHOOK -> "select id, name from webhook where active";
            case RESPONSE -> "select id, title as name from canned_response where person_id is null";
            case CHECKLIST -> "select id, name from checklist_template";
            default -> throw new IllegalArgumentException(type + " names no record");
        };
    }
}
