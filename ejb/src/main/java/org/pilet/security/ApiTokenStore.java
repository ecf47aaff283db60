package org.pilet.security;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;

@Dependent
class ApiTokenStore {

    /** When a token was last used is known so exactly, which spares a write for most calls. */
    private static final Duration EXACT = Duration.ofMinutes(1);

    @Inject
    private Sql sql;

    long add(long personId, String name, byte[] hash, Set<String> scopes, Instant now, Instant expiresAt) {
        long id = sql.number("select nextval('api_token_seq') as value");
        sql.update(
                "insert into api_token (id, person_id, name, token_hash, scopes, created_at, expires_at) values (?, ?,"
                        + " ?, ?, ?, ?, ?)",
                id,
                personId,
                name,
                hash,
                String.join(",", scopes),
                now,
                expiresAt);
        return id;
    }

    /** @param stale whether {@link #used} has something to write */
    record Found(TokenIdentity identity, boolean stale) {}

    Optional<Found> find(byte[] hash, Instant now) {
        return sql.first(
                "select t.id, t.person_id, t.scopes, coalesce(t.last_used_at < ?, true) as stale, (select string_agg(r.role, ',') from account_role r where"
                        + " r.person_id = t.person_id) as roles from api_token t join account a on a.person_id ="
                        + " t.person_id where t.token_hash = ? and t.revoked_at is null and t.expires_at > ? and"
                        + " a.active",
                row -> new Found(
                        new TokenIdentity(
                                row.number("id"),
                                row.number("person_id"),
                                Set.of(row.text("roles").split(",")),
                                Set.of(row.text("scopes").split(","))),
                        row.flag("stale")),
                now.minus(EXACT),
                hash,
                now);
    }

    void used(long id, Instant now) {
        sql.update("update api_token set last_used_at = ? where id = ?", now, id);
    }

    List<ApiTokenView> of(long personId) {
        return sql.list(
                "select * from api_token where person_id = ? order by created_at desc", ApiTokenStore::view, personId);
    }

    int revoke(long id, long personId, Instant now) {
        return sql.update(
                "update api_token set revoked_at = ? where id = ? and person_id = ? and revoked_at is null",
                now,
                id,
                personId);
    }

    private static ApiTokenView view(Row row) {
        return new ApiTokenView(
                row.number("id"),
                row.text("name"),
                Set.of(row.text("scopes").split(",")),
                row.instant("created_at"),
                row.instant("expires_at"),
                row.instant("last_used_at"),
                row.instant("revoked_at"));
    }
}
