package org.pilet.web.admin;

import java.io.Serializable;
import java.util.List;
import org.pilet.people.TeamView;
import org.pilet.security.Permission;
import org.pilet.tickets.Priority;
import org.pilet.tickets.QueueDraft;
import org.pilet.tickets.QueueRight;
import org.pilet.tickets.QueueSettings;

/** A queue as it is being changed, or made. */
public class QueueForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private final QueueSettings queue;
    private final List<Right> rights;
    private String name;
    private String address;
    private Long teamId;
    private Long categoryId;
    private Long parentId;
    private Priority priority = Priority.NORMAL;

    /** One team's row. */
    public static class Right implements Serializable {

        private static final long serialVersionUID = 1L;

        private final TeamView team;
        private Permission permission;

        Right(TeamView team, Permission permission) {
            this.team = team;
            this.permission = permission;
        }

        public TeamView getTeam() {
            return team;
        }

        /** Null for none. */
        public Permission getPermission() {
            return permission;
        }

        public void setPermission(Permission permission) {
            this.permission = permission;
        }
    }

    QueueForm(QueueSettings queue, List<TeamView> teams) {
        this.queue = queue;
        rights = teams.stream()
                .map(team -> new Right(team, queue == null ? null : permission(queue, team.id())))
                .toList();
        if (queue != null) {
            name = queue.queue().name();
            address = queue.queue().address();
            teamId = queue.queue().teamId();
            categoryId = queue.queue().defaultCategoryId();
            parentId = queue.parentId();
            priority = queue.queue().defaultPriority();
        }
    }

    private static Permission permission(QueueSettings queue, long teamId) {
        return queue.rights().stream()
                .filter(right -> right.teamId() == teamId)
                .map(QueueRight::permission)
                .findFirst()
                .orElse(null);
    }

    QueueDraft draft() {
        return new QueueDraft(
                name,
                address,
                teamId == null ? 0 : teamId,
                categoryId == null ? 0 : categoryId,
                priority,
                rights.stream()
                        .filter(right -> right.permission != null)
                        .map(right -> new QueueRight(right.team.id(), right.team.name(), right.permission))
                        .toList(),
                parentId,
                queue == null ? 0 : queue.version());
    }

    /** The queue that is changed; null for a new one. */
    public QueueSettings getQueue() {
        return queue;
    }

    public List<Right> getRights() {
        return rights;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    public Long getTeamId() {
        return teamId;
    }

    public void setTeamId(Long teamId) {
        this.teamId = teamId;
    }

    public Long getCategoryId() {
        return categoryId;
    }

    public void setCategoryId(Long categoryId) {
        this.categoryId = categoryId;
    }

    /** The queue that it stands below, or null. */
    public Long getParentId() {
        return parentId;
    }

    public void setParentId(Long parentId) {
        this.parentId = parentId;
    }

    public Priority getPriority() {
        return priority;
    }

    public void setPriority(Priority priority) {
        this.priority = priority;
    }
}
