package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pilet.catalog.CategoryCare;
import org.pilet.catalog.CategoryMergeView;
import org.pilet.catalog.CategoryView;
import org.pilet.tickets.CategoryUse;
import org.pilet.tickets.CategoryUses;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;

/** The category tree with its use, and one of it to be changed; every gesture can be undone. */
@Named
@ViewScoped
public class CategoriesPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final CategoryUse UNUSED = new CategoryUse(0, 0, 0, null);

    @EJB
    private CategoryCare care;

    @EJB
    private CategoryUses uses;

    @Inject
    private Toasts toasts;

    @Inject
    private PageTexts texts;

    private List<CategoryView> all = List.of();
    private Map<Long, CategoryUse> used = Map.of();
    private List<CategoryMergeView> merges = List.of();
    private CategoryView chosen;
    private CategoryView before;
    private Long mergeId;
    private Long retiredId;
    private String name;
    private Long parentId;
    private Long intoId;
    private String newName;
    private Long newParentId;

    public void load() {
        all = care.all();
        Map<Long, CategoryUse> counted = new HashMap<>();
        uses.all().forEach(use -> counted.put(use.categoryId(), use));
        used = counted;
        merges = care.merges();
    }

    public void choose(CategoryView category) {
        chosen = category;
        name = category.name();
        parentId = category.parentId();
        intoId = null;
    }

    public void add() {
        long id = care.add(newParentId, newName);
        newName = null;
        done("saved", null, null, id);
    }

    /** Saves the chosen one's name and place. */
    public void save() {
        CategoryView was = chosen;
        if (!Objects.equals(parentId, was.parentId())) {
            care.move(was.id(), parentId);
        }
        care.rename(was.id(), name);
        done("saved", was, null, null);
    }

    public void merge() {
        done("categories.merged", null, care.merge(chosen.id(), intoId), null);
    }

    public void retire(CategoryView category) {
        care.retire(category.id());
        done("categories.wasRetired", null, null, category.id());
    }

    public void restore(CategoryView category) {
        care.restore(category.id());
        load();
        toasts.say(texts.get("saved"));
    }

    public void shift(CategoryView category, int places) {
        care.shift(category.id(), places);
        load();
    }

    public void undoMerge(long id) {
        care.undoMerge(id);
        forget();
        toasts.say(texts.get("ticket.undone"));
    }

    /** Takes the last gesture back; a new category that is not wanted after all is retired. */
    public void undo() {
        if (mergeId != null) {
            care.undoMerge(mergeId);
        } else if (before != null) {
            takeBack(before);
        } else if (retiredId != null) {
            boolean active = all.stream().anyMatch(each -> each.id() == retiredId && each.active());
            if (active) {
                care.retire(retiredId);
            } else {
                care.restore(retiredId);
            }
        }
        remember(null, null, null);
        forget();
        toasts.say(texts.get("ticket.undone"));
    }

    private void takeBack(CategoryView was) {
        boolean moved = all.stream()
                .anyMatch(each -> each.id() == was.id() && !Objects.equals(each.parentId(), was.parentId()));
        if (moved) {
            care.move(was.id(), was.parentId());
        }
        care.rename(was.id(), was.name());
    }

    private void done(String words, CategoryView was, Long merge, Long switched) {
        remember(was, merge, switched);
        forget();
        toasts.sayWithUndo(texts.get(words), "undoCategory");
    }

    private void remember(CategoryView was, Long merge, Long switched) {
        before = was;
        mergeId = merge;
        retiredId = switched;
    }

    public void forget() {
        chosen = null;
        name = null;
        parentId = null;
        intoId = null;
        load();
    }

    public CategoryUse use(CategoryView category) {
        return used.getOrDefault(category.id(), UNUSED);
    }

    /** How deep it stands below the root. */
    public int depth(CategoryView category) {
        return category.path().split(" / ", -1).length - 1;
    }

    /** What the chosen one may be put below, or become: all that is in use but itself. */
    public List<CategoryView> getOthers() {
        return all.stream()
                .filter(CategoryView::active)
                .filter(each -> chosen == null || each.id() != chosen.id())
                .toList();
    }

    public List<CategoryView> getAll() {
        return all;
    }

    public List<CategoryMergeView> getMerges() {
        return merges;
    }

    public CategoryView getChosen() {
        return chosen;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Long getParentId() {
        return parentId;
    }

    public void setParentId(Long parentId) {
        this.parentId = parentId;
    }

    public Long getIntoId() {
        return intoId;
    }

    public void setIntoId(Long intoId) {
        this.intoId = intoId;
    }

    public String getNewName() {
        return newName;
    }

    public void setNewName(String newName) {
        this.newName = newName;
    }

    public Long getNewParentId() {
        return newParentId;
    }

    public void setNewParentId(Long newParentId) {
        this.newParentId = newParentId;
    }
}
