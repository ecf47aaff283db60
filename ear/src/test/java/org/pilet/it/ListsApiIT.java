package org.pilet.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** What programs list and search by the REST API: tickets, customers, queues, categories, companies. */
@ArquillianTest
@RunAsClient
class ListsApiIT {

    private final Api anna = Api.as("anna@northwind.test");
    private final Api kadri = Api.as("kadri@laanemere.test");
    private final Api mari = Api.as("mari@pilet.test");
    private final String word = Api.word();

    @Test
    void the_list_is_filtered_and_its_pages_are_followed_by_link_to_the_end() {
        String tag = "tag-" + word;
        long annaId = anna.id("/me", "person.id");
        long support =
                Long.parseLong(mari.get("/queues").jsonPath().getString("items.find { it.name == 'Support' }.id"));
        Instant before = Instant.now().minusSeconds(3600);
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            numbers.add(mari.open(Map.of(
                    "queueId",
                    support,
                    "subject",
                    "Listed " + word,
                    "text",
                    "Number " + i,
                    "priority",
                    i == 0 ? "URGENT" : "LOW",
                    "tags",
                    List.of(tag),
                    "requester",
                    Map.of("id", annaId))));
        }
        for (String sort : List.of("DEFAULT", "CHANGED", "CREATED", "DUE", "PRIORITY")) {
            assertThat(pages(mari, "/tickets?limit=2&sort=" + sort + "&tag=" + tag))
                    .as(sort)
                    .containsExactlyInAnyOrderElementsOf(numbers);
        }
        assertThat(pages(mari, "/tickets?limit=2&sort=CREATED&tag=" + tag).get(4))
                .isEqualTo(numbers.get(0));
        assertThat(mari.read("/tickets?sort=PRIORITY&tag=" + tag, "items[0].number"))
                .isEqualTo(numbers.get(0));

        assertThat(listed("priority=URGENT&tag=" + tag)).containsExactly(numbers.get(0));
        assertThat(listed("status=NEW,OPEN&status=PENDING&tag=" + tag)).hasSize(5);
        assertThat(listed("status=CLOSED&tag=" + tag)).isEmpty();
        assertThat(listed("view=CLOSED&tag=" + tag)).isEmpty();
        assertThat(listed("view=UNASSIGNED&tag=" + tag)).hasSize(5);
        assertThat(listed("view=MINE&tag=" + tag)).isEmpty();
        assertThat(listed("queue=" + support + "&requester=" + annaId + "&channel=API&tag=" + tag))
                .hasSize(5);
        assertThat(listed("channel=EMAIL&tag=" + tag)).isEmpty();
        assertThat(listed("createdFrom=" + before + "&tag=" + tag)).hasSize(5);
        assertThat(listed("createdBefore=" + before + "&tag=" + tag)).isEmpty();
        assertThat(mari.get("/tickets/counts").jsonPath().getLong("UNASSIGNED")).isGreaterThanOrEqualTo(5);
    }

    @Test
    void a_customer_lists_and_searches_their_own_tickets_only() {
        List<String> own = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            own.add(kadri.open("Own " + i, "Holds the word " + word));
        }
        anna.open("Hers", "Holds the word " + word);
        assertThat(pages(kadri, "/tickets?limit=2&q=" + word)).containsExactlyInAnyOrderElementsOf(own);
        assertThat(kadri.get("/tickets?open=false&q=" + word).jsonPath().getList("items"))
                .isEmpty();
        assertThat(kadri.get("/tickets?open=true&q=" + word).jsonPath().getList("items"))
                .hasSize(3);
        // filters of staff do not widen what a customer sees
        assertThat(kadri.get("/tickets?view=ALL&q=" + word).jsonPath().getList("items"))
                .hasSize(3);
    }

    @Test
    void staff_search_words_in_messages_and_notes_numbers_and_requesters() {
        String number = anna.open("Found by number", "Somewhere inside stands " + word + " in a sentence");
        String noted = Api.word();
        mari.post("/tickets/" + number + "/notes", Map.of("text", "Only inside: " + noted))
                .then()
                .statusCode(201);
        assertThat(listed("q=" + word)).containsExactly(number);
        assertThat(listed("q=" + word.toUpperCase(java.util.Locale.ROOT).substring(0, 8)))
                .containsExactly(number);
        assertThat(listed("q=%23" + number)).containsExactly(number);
        assertThat(listed("q=" + noted)).containsExactly(number);
        assertThat(listed("q=anna@northwind.test&limit=200")).contains(number);
        assertThat(anna.get("/tickets?q=" + noted).jsonPath().getList("items"))
                .as("a customer does not find what only a note says")
                .isEmpty();
        assertThat(mari.read("/tickets/" + anna.open("Found by number", "another") + "/similar", "items.number"))
                .contains(number);
    }

    @Test
    void customers_are_made_known_once_searched_and_shown_with_their_tickets() {
        String address = word + "@laanemere.test";
        Map<String, String> stranger = Map.of("name", "Stranger " + word, "email", address, "language", "ro");
        Response made = mari.post("/customers", stranger);
        made.then().statusCode(201);
        long id = made.jsonPath().getLong("id");
        assertThat(made.header("Location")).endsWith("/customers/" + id);
        Response again = mari.post("/customers", Map.of("name", "Other", "email", address));
        again.then().statusCode(200);
        assertThat(again.jsonPath().getString("name")).isEqualTo("Stranger " + word);
        assertThat(mari.read("/customers/" + id, "organisationName")).isEqualTo("Läänemere Logistics");
        assertThat(mari.read("/customers?q=" + word, "items[0].id")).isEqualTo(String.valueOf(id));
        String number =
                mari.open(Map.of("queue", "Support", "subject", "Theirs", "text", "x", "requester", Map.of("id", id)));
        assertThat(mari.read("/customers/" + id + "/tickets", "items[0].number"))
                .isEqualTo(number);
        mari.get("/customers/" + mari.id("/me", "person.id")).then().statusCode(404);
        mari.post("/customers", Map.of("email", "nonsense")).then().statusCode(422);
        anna.get("/customers?q=a").then().statusCode(403);
    }

    @Test
    void queues_categories_and_companies_are_listed() {
        JsonPath queues = anna.get("/queues").jsonPath();
        assertThat(queues.getList("items.name", String.class)).contains("Billing", "HR", "Support");
        assertThat(anna.read("/queues/" + queues.getLong("items[0].id"), "name"))
                .isEqualTo(queues.getString("items[0].name"));
        JsonPath categories = anna.get("/categories").jsonPath();
        assertThat(categories.getList("items.path", String.class)).contains("IT / Hardware / Printers");
        assertThat(anna.read("/categories/" + categories.getLong("items[0].id"), "id"))
                .isEqualTo(categories.getString("items[0].id"));
        long company = Long.parseLong(
                mari.get("/organisations").jsonPath().getString("items.find { it.name == 'Northwind' }.id"));
        assertThat(mari.read("/organisations/" + company, "name")).isEqualTo("Northwind");
        anna.get("/organisations").then().statusCode(403);
    }

    private List<String> listed(String query) {
        return mari.call()
                .urlEncodingEnabled(false)
                .get("/tickets?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.number", String.class);
    }

    /** The numbers on all pages, by the addresses of the header alone. */
    private static List<String> pages(Api caller, String path) {
        List<String> numbers = new ArrayList<>();
        String next = path;
        for (int pages = 0; next != null && pages < 100; pages++) {
            Response page = caller.call()
                    .basePath(next.startsWith("http") ? "" : "/api/v1")
                    .urlEncodingEnabled(false)
                    .get(next);
            page.then().statusCode(200);
            List<String> found = page.jsonPath().getList("items.number", String.class);
            assertThat(found).hasSizeLessThanOrEqualTo(2);
            numbers.addAll(found);
            String link = page.header("Link");
            next = link == null ? null : link.substring(link.indexOf('<') + 1, link.indexOf('>'));
            assertThat(page.jsonPath().getString("next") == null).isEqualTo(next == null);
        }
        return numbers;
    }
}
