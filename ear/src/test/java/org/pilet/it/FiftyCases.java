package org.pilet.it;

import java.sql.SQLException;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** A whole day of an agent: fifty cases. Asked for by name; {@link KeyboardIT} works a few in every build. */
@ArquillianTest
@RunAsClient
class FiftyCases {

    @Test
    void each_routine_case_of_a_day_costs_at_most_four_interactions() throws SQLException {
        try (Desks desks = new Desks()) {
            CaseDay day = new CaseDay(desks, "d" + UUID.randomUUID().toString().substring(0, 7));
            day.work(50);
            System.out.println("Fifty cases, interactions of each by kind: " + day);
        }
    }
}
