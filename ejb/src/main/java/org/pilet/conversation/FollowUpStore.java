package org.pilet.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.pilet.platform.Sql;

@Dependent
class FollowUpStore {

    @Inject
    private Sql sql;

    FollowUpStore() {}

    FollowUpStore(Sql sql) {
        this.sql = sql;
    }

    FollowUpPolicy of(long queueId) {
        return sql.first(
                        "select policy, days, thanks_reopen from mail_follow_up where queue_id = ?",
                        row -> new FollowUpPolicy(
                                row.constant("policy", FollowUpPolicy.Kind.class),
                                row.numberOrNull("days") == null ? null : row.integer("days"),
                                row.flag("thanks_reopen")),
                        queueId)
                .orElse(FollowUpPolicy.USUAL);
    }

    void set(long queueId, FollowUpPolicy policy) {
        sql.update(
                "insert into mail_follow_up (queue_id, policy, days, thanks_reopen) values (?, ?, ?, ?) on conflict (queue_id) do update"
                        + " set policy = excluded.policy, days = excluded.days, thanks_reopen = excluded.thanks_reopen",
                queueId,
                policy.kind(),
                policy.days(),
                policy.thanksReopen());
    }
}
