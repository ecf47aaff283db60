package org.pilet.web.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pilet.catalog.CategoryCare;
import org.pilet.catalog.CategoryView;
import org.pilet.platform.NotFound;
import org.pilet.tickets.CategoryUse;
import org.pilet.tickets.CategoryUses;

/** The category tree as administrators tend it. */
@Path("category-tree")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("admin")
public class CategoriesResource {

    @EJB
    private CategoryCare care;

    @EJB
    private CategoryUses uses;

    @Inject
    private Creation creation;

    /** A category and its use. */
    public record UsedCategory(CategoryView category, long tickets, long open) {}

    /** A category to be made, or what one shall be. */
    public record CategoryBody(String name, Long parentId, Boolean active) {}

    /** Which category it shall become. */
    public record CategoryTarget(Long into) {}

    /** A merge that was done. */
    public record CategoryMerged(long merge) {}

    @GET
    public Links.Items<UsedCategory> all() {
        Map<Long, CategoryUse> used =
                uses.all().stream().collect(Collectors.toMap(CategoryUse::categoryId, Function.identity()));
        return Links.all(care.all().stream()
                .map(category -> {
                    CategoryUse use = used.get(category.id());
                    return new UsedCategory(category, use == null ? 0 : use.tickets(), use == null ? 0 : use.open());
                })
                .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(CategoryBody body) {
        return creation.of(
                body, () -> Creation.Created.at("/category-tree", view(care.add(body.parentId(), body.name()))));
    }

    @PUT
    @Path("{category}")
    @Consumes(MediaType.APPLICATION_JSON)
    public CategoryView replace(@PathParam("category") String reference, CategoryBody body) {
        long id = Ids.of("category", reference);
        CategoryView before = view(id);
        if (!Objects.equals(before.parentId(), body.parentId())) {
            care.move(id, body.parentId());
        }
        care.rename(id, body.name());
        if (Boolean.FALSE.equals(body.active())) {
            care.retire(id);
        } else if (Boolean.TRUE.equals(body.active())) {
            care.restore(id);
        }
        return view(id);
    }

    @POST
    @Path("{category}/merge")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response merge(@PathParam("category") String reference, CategoryTarget target) {
        return creation.of(target, () -> {
            long into = Input.required("into", target.into());
            long merge = care.merge(Ids.of("category", reference), into);
            return Creation.Created.at("/category-tree/merges/" + merge, new CategoryMerged(merge));
        });
    }

    @DELETE
    @Path("merges/{merge}")
    public void undo(@PathParam("merge") String id) {
        care.undoMerge(Ids.of("merge", id));
    }

    private CategoryView view(long id) {
        return care.all().stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("category", id));
    }
}
