package org.pilet.catalog;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;

@Dependent
class CategoryStore {

    private static final String TREE = "with recursive tree as (select c.id, c.parent_id, c.name, c.name as path,"
            + " c.active, array[c.position, c.id] as place from category c where c.parent_id is null union all select"
            + " c.id, c.parent_id, c.name, t.path || ' / ' || c.name, c.active and t.active, t.place ||"
            + " array[c.position, c.id] from category c join tree t on t.id = c.parent_id) select * from tree ";

    @Inject
    private Sql sql;

    List<CategoryView> active() {
        return sql.list(TREE + "where active order by place", CategoryStore::category);
    }

    Optional<CategoryView> find(long id) {
        return sql.first(TREE + "where id = ?", CategoryStore::category, id);
    }

    private static CategoryView category(Row row) {
        return new CategoryView(
                row.number("id"),
                row.numberOrNull("parent_id"),
                row.text("name"),
                row.text("path"),
                row.flag("active"));
    }
}
