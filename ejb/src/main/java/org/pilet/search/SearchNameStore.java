package org.pilet.search;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.pilet.platform.Sql;

@Dependent
class SearchNameStore {

    @Inject
    private Sql sql;

    /** What the field's things with this id are called at present. */
    Optional<String> name(SearchField field, long id) {
        return table(field)
                .flatMap(
                        table -> sql.first("select name from " + table + " where id = ?", row -> row.text("name"), id));
    }

    private static Optional<String> table(SearchField field) {
        return Optional.ofNullable(
                switch (field) {
                    case QUEUE -> "queue";
                    case ASSET -> "asset";
                    case TEAM -> "team";
                    case CATEGORY -> "category";
                    case ORGANISATION -> "organisation";
                    case OWNER, RESPONSIBLE, REQUESTER, PARTICIPANT -> "person";
                    default -> null;
                });
    }
}
