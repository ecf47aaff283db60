package org.pilet.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pilet.search.Desk.NOON;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pilet.platform.PostgresExtension;
import org.pilet.platform.Sql;
import org.pilet.platform.Wiring;

/** A word is found however it is written, in whichever of the languages, in messages, subjects and files. */
@ExtendWith(PostgresExtension.class)
class FullTextTest {

    private static final int ALL = 100;

    private final Desk desk;
    private final Sql sql;
    private final WorkListStore store;
    private final WordStore words;
    private final FileWordStore files;

    FullTextTest(Sql sql) {
        this.sql = sql;
        this.desk = new Desk(sql);
        this.store = desk.lists(FoundTickets.Reach.USUAL);
        this.words = new WordStore(sql);
        this.files = Wiring.wire(new FileWordStore(), sql);
    }

    @BeforeEach
    void furnish() {
        desk.furnish();
        sql.update("delete from blob where id = 1");
        words.forget();
        for (int id = 1; id <= 6; id++) {
            desk.ticket(id, "OPEN", id);
        }
        desk.message(
                1, "PUBLIC", 1, "The printers on the third floor were delivering “blank” pages, our companies wait");
        desk.message(
                2,
                "PUBLIC",
                1,
                "Tere! Arvetega on probleem, palun saatke parandatud arved uuesti. Õhtul pole võimalik.");
        desk.message(3, "PUBLIC", 1, "Tisztelt Ügyfélszolgálat! A számlákat nem kaptuk meg, a nyomtatót is elküldtük.");
        desk.message(4, "PUBLIC", 1, "Добрый день! Счёт за принтеры не пришёл, договоры тоже потеряны.");
        desk.message(5, "PUBLIC", 1, "سلام، كتاب‌هاي من «چاپگر» شماره ۱۲۳ را گم کرده‌اند؛ لطفاً کمک کنید");
        desk.message(6, "PUBLIC", 1, "Bună ziua, facturile și contractele au ajuns greșit");
        while (words.readOn(2)) {
            assertThat(words).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "printer, 1",
        "printed, ",
        "PRINTERS, 1",
        "delivered, 1",
        "company, 1",
        "blank, 1",
        "arve, 2",
        "arved, 2",
        "ohtul, 2",
        "ÕHTUL, 2",
        "võimalik, 2",
        "voimalik, 2",
        "számla, 3",
        "szamla, 3",
        "szamlakat, 3",
        "nyomtató, 3",
        "ugyfelszolgalat, 3",
        "счет, 4",
        "счёт, 4",
        "принтер, 4",
        "договор, 4",
        "ДОГОВОРОВ, 4",
        "пришел, 4",
        "کتاب, 5",
        "كتاب, 5",
        "کتابها, 5",
        "کتاب‌ها, 5",
        "کتاب‌های, 5",
        "چاپگر, 5",
        "۱۲۳, 5",
        "123, 5",
        "لطفا, 5",
        "factura, 6",
        "contract, 6",
        "gresit, 6",
        "greșit, 6",
        "buna, 6",
        // mistyped
        "pritners, 1",
        "szmálákat, 3",
        "прнитеры, 4",
        "چاپرگ, 5",
        "facutrile, 6",
        "parandtaud, 2"
    })
    void finds(String typed, Integer ticket) {
        assertThat(found(typed)).as(typed).isEqualTo(ticket == null ? List.of() : List.of((long) ticket));
    }

    @Test
    void says_what_it_looked_for_instead_and_shows_where_it_stands() {
        CountedPage page = counted("pritners");
        assertThat(page.instead()).isEqualTo("printers");
        assertThat(page.page().rows().get(0).words()).contains("\u0002printers\u0003");
        assertThat(counted("printers").instead()).isNull();
        assertThat(counted("szamla").page().rows().get(0).words()).contains("\u0002számlákat\u0003");
        assertThat(counted("xqzwvkj").instead()).isNull();
    }

    @Test
    void what_is_not_wanted_is_taken_as_it_was_said() {
        assertThat(found("-pritners")).hasSize(6);
        assertThat(found("floor -printers")).isEmpty();
    }

    @Test
    void signs_of_a_query_are_letters_like_any_other() {
        for (String odd : List.of(
                "ŉ", "ʼabc", "a'b", "½", "\\", "a\\b", "%", "_", "&|!", ":*", "<->", "(", "“", "\u200c", "a\u200cb")) {
            assertThat(found(odd)).as(odd).isNotNull();
        }
    }

    @Test
    void two_words_of_a_subject_are_found_in_any_order() {
        desk.set(2, "subject", "Számla hiányzik Õhtul");
        assertThat(found("subject:hianyzik")).containsExactly(2L);
        assertThat(found("hianyzik szamla")).containsExactly(2L);
    }

    @Test
    void a_person_is_found_without_accents() {
        sql.update("update person set name = 'Jõgi Ánna' where id = ?", Desk.CARL);
        assertThat(found("requester:jogi")).hasSize(6);
        assertThat(found("jogi")).hasSize(6);
    }

    @Test
    void a_ticket_is_found_by_the_words_of_its_file_as_soon_as_they_are_read() {
        attach(4, "Lepingu_lisa.pdf");
        assertThat(found("tihendid")).isEmpty();
        FileWordStore.Unread file = files.claim().orElseThrow();
        assertThat(file.name()).isEqualTo("Lepingu_lisa.pdf");
        files.keep(file.id(), "Ekstruuderi tihendid lekivad");
        words.note("Ekstruuderi tihendid lekivad");

        assertThat(files.claim()).isEmpty();
        assertThat(found("tihendid")).containsExactly(4L);
        assertThat(found("tihedind")).containsExactly(4L);
        assertThat(found("file:ekstruuderi")).containsExactly(4L);
        assertThat(found("lepingu")).containsExactly(4L);
        sql.update("delete from attachment");
        assertThat(found("tihendid")).isEmpty();
    }

    @Test
    void a_file_that_stops_its_reader_is_tried_three_times() {
        attach(4, "evil.pdf");
        assertThat(files.claim()).isPresent();
        assertThat(files.claim()).isPresent();
        assertThat(files.claim()).isPresent();
        assertThat(files.claim()).isEmpty();
    }

    @Test
    void what_was_taken_out_is_not_kept_as_a_word() {
        assertThat(known("printers")).isOne();
        sql.update("update message set body_text = 'blackened' where ticket_id = 1");
        words.forget();
        assertThat(known("printers")).isZero();
        while (words.readOn(100)) {
            assertThat(words).isNotNull();
        }
        assertThat(known("printers")).isZero();
        assertThat(known("blackened")).isOne();
    }

    private long known(String word) {
        return sql.number("select count(*) as value from search_word where word = ?", word);
    }

    private void attach(long ticketId, String name) {
        sql.update("insert into blob (id, sha256, size, created_at) values (1, '', 0, ?)", NOON);
        sql.update(
                "insert into attachment (id, message_id, name, media_type, size, blob_id) select 1, id, ?,"
                        + " 'application/pdf', 0, 1 from message where ticket_id = ?",
                name,
                ticketId);
    }

    private CountedPage counted(String typed) {
        return store.counted(query(typed), desk.administrator(), NOON, null, ALL, ALL);
    }

    private List<Long> found(String typed) {
        return store.ids(query(typed), desk.administrator(), NOON, ALL).stream()
                .sorted()
                .toList();
    }

    private static WorkListQuery query(String typed) {
        return WorkListQuery.of(WorkListView.ALL, typed, WorkListSort.CHANGED, WorkListGroup.NONE);
    }
}
