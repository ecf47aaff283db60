package org.pilet.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Happening;
import org.pilet.platform.Clock;
import org.pilet.platform.NotFound;
import org.pilet.platform.PostgresExtension;

/** What it costs to ask two hundred rules about a ticket. */
@ExtendWith(PostgresExtension.class)
class FactReaderTest {

    private static final Happening OPENED = new FactSketch().happening;

    private final CountedStatements counted;
    private final FactReader reader;

    FactReaderTest(DataSource database) throws SQLException {
        counted = new CountedStatements(database);
        reader = new FactReader(new FactStore(counted.sql()), new Clock());
    }

    @BeforeEach
    void furnish() {
        TicketRows.furnish(counted.sql(), 3);
        counted.taken();
    }

    @Test
    void rules_about_fields_are_asked_with_one_statement() {
        Facts facts = reader.read(1, OPENED);
        assertThat(TwoHundredRules.ofFields()).noneMatch(rule -> rule.appliesTo(facts));
        assertThat(counted.taken()).isEqualTo(1);
    }

    @Test
    void rules_about_words_add_one_however_many_they_are() {
        Facts facts = reader.read(1, OPENED);
        assertThat(TwoHundredRules.all()).noneMatch(rule -> rule.appliesTo(facts));
        assertThat(facts.message().text()).startsWith("the printer");
        assertThat(counted.taken()).isEqualTo(2);
    }

    @Test
    void many_tickets_are_read_at_once() {
        List<Facts> all = reader.all(List.of(1L, 2L, 3L, 99L), OPENED);
        assertThat(all).extracting(facts -> facts.ticket().id()).containsExactlyInAnyOrder(1L, 2L, 3L);
        assertThat(all)
                .allSatisfy(facts -> assertThat(facts.ticket().categoryIds()).containsExactlyInAnyOrder(1L, 2L));
        assertThat(counted.taken()).isEqualTo(1);
    }

    @Test
    void a_ticket_that_is_gone_is_not_found() {
        assertThat(reader.find(99, OPENED)).isEmpty();
        assertThatThrownBy(() -> reader.read(99, OPENED)).isInstanceOf(NotFound.class);
    }
}
