package org.pilet.web.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class FoldedWordsTest {

    @Test
    void html_quotations_fold_at_the_end_only() {
        assertThat(folded("<p>Yes</p><blockquote><p>Shall we?</p></blockquote>"))
                .isEqualTo("<p>Yes</p><details class=\"quoted\"><summary>Quoted</summary><blockquote><p>Shall we?</p>"
                        + "</blockquote></details>");
        String between = "<blockquote>First?</blockquote><p>Yes</p>";
        assertThat(folded(between)).isEqualTo(between);
        String only = "<blockquote>All</blockquote>";
        assertThat(folded(only)).isEqualTo(only);
        assertThat(
                        folded(
                                "<p>Ja</p><div><p><b>From:</b> Anna<br><b>Sent:</b> Monday<br><b>Subject:</b> x</p><p>Shall we?</p></div>"))
                .contains("<details class=\"quoted\">")
                .containsSubsequence("Ja", "<details", "Anna", "Shall we?");
    }

    @Test
    void what_mail_programs_mark_folds_with_its_announcement() {
        assertThat(folded(
                        "<div>Yes</div><div class=\"mail-quote\"><div>On Monday Anna wrote:<br></div><blockquote>Shall we?"
                                + "</blockquote></div>"))
                .startsWith("<div>Yes</div><details class=\"quoted\">")
                .doesNotContain("mail-quote");
        assertThat(folded(
                        "<p>Ja</p><hr><div class=\"mail-quote\"><b>Von:</b> Anna<br><b>Gesendet:</b> Montag<br><b>Betreff:</b> x"
                                + "</div><div>Shall we?</div>"))
                .startsWith("<p>Ja</p><details class=\"quoted\">")
                .containsSubsequence("<hr>", "Anna", "Shall we?", "</details>");
        assertThat(folded("<p>Yes</p><p>Am Montag schrieb Anna:</p><blockquote>Shall we?</blockquote>"))
                .startsWith("<p>Yes</p><details");
    }

    @Test
    void a_header_in_a_box_of_its_own_folds_with_what_stands_below_the_box() {
        assertThat(folded("<div>Jah</div><div><div>-------- Algne sõnum --------</div><div>Saatja: Anna</div></div>"
                        + "<div>Kas?</div>"))
                .startsWith("<div>Jah</div><details")
                .endsWith("<div>Kas?</div></details>");
    }

    @Test
    void what_is_forwarded_stays_in_sight() {
        String forward =
                "<div>See below</div><div class=\"mail-quote\">---------- Forwarded message ---------<br>From: Anna</div>";
        assertThat(folded(forward)).doesNotContain("<details");
    }

    private static String folded(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        FoldedWords.fold(document, "Quoted");
        return document.body().html();
    }
}
