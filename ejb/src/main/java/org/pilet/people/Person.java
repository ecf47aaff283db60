package org.pilet.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.pilet.platform.InvalidInput;

/**
 * Starts as an address in a mail or a row typed by an agent, may get an account, may move to another organisation, and
 * is never deleted while a ticket names them.
 */
@Entity
class Person {

    static final Set<String> LANGUAGES = Set.of("en", "et", "ro", "hu", "ru", "fa");

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "person")
    @SequenceGenerator(name = "person", sequenceName = "person_seq", allocationSize = 50)
    private Long id;

    @Enumerated(EnumType.STRING)
    private PersonKind kind;

    private String name;
    private String email;
    private String phone;
    private String language;
    private String zone;

    @Column(name = "organisation_id")
    private Long organisationId;

    @Column(name = "undeliverable_since")
    private Instant undeliverableSince;

    private boolean active = true;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private int version;

    protected Person() {}

    Person(NewPerson asked, String address, Long organisationId, Instant now) {
        this.kind = asked.kind();
        this.email = address;
        this.name = asked.name() == null || asked.name().isBlank()
                ? address.substring(0, address.indexOf('@'))
                : clip(asked.name().strip());
        this.phone = asked.phone();
        this.language = asked.language() == null || !LANGUAGES.contains(asked.language()) ? "en" : asked.language();
        this.zone = asked.zone() == null ? "UTC" : known(asked.zone());
        this.organisationId = organisationId;
        this.createdAt = now;
    }

    Long id() {
        return id;
    }

    void apply(Profile profile) {
        if (profile.name() == null || profile.name().isBlank()) {
            throw new InvalidInput("name", "required");
        }
        if (!LANGUAGES.contains(profile.language())) {
            throw new InvalidInput("language", "unknown", profile.language());
        }
        name = clip(profile.name().strip());
        phone = profile.phone();
        language = profile.language();
        zone = known(profile.zone());
    }

    void bounced(Instant at) {
        undeliverableSince = at;
    }

    private static String clip(String text) {
        return text.length() > 200 ? text.substring(0, 200) : text;
    }

    private static String known(String zone) {
        try {
            return ZoneId.of(zone).getId();
        } catch (DateTimeException e) {
            throw new InvalidInput("zone", "unknown", zone);
        }
    }
}
