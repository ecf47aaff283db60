package org.pilet.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** One address by which a person is recognised. */
@Entity
@Table(name = "contact_point")
class ContactPoint {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "contact_point")
    @SequenceGenerator(name = "contact_point", sequenceName = "contact_point_seq", allocationSize = 50)
    private Long id;

    @Column(name = "person_id")
    private Long personId;

    private String kind;
    private String address;

    protected ContactPoint() {}

    ContactPoint(Long personId, String kind, String address) {
        this.personId = personId;
        this.kind = kind;
        this.address = address;
    }
}
