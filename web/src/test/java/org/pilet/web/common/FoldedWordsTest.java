package org.pilet.web.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class FoldedWordsTest {

    @Test
    void a_quotation_at_the_end_folds_with_the_line_that_announces_it() {
        FoldedWords.Parts parts = FoldedWords.of("Yes, please.\n\nOn Monday Anna wrote:\n> Shall we?\n>\n> Anna\n");
        assertThat(parts.own()).isEqualTo("Yes, please.");
        assertThat(parts.quoted()).startsWith("On Monday").endsWith("> Anna");
        FoldedWords.Parts outlook = FoldedWords.of(
                "Ja.\n\n-----Original Message-----\nFrom: Anna\nSent: Monday\nTo: us\nSubject: x\n\nShall we?");
        assertThat(outlook.own()).isEqualTo("Ja.");
        assertThat(outlook.quoted()).contains("Shall we?");
    }

    @Test
    void a_signature_folds_apart() {
        FoldedWords.Parts parts = FoldedWords.of("Words\n-- \nJuri\nContoso\n\n> old\n");
        assertThat(parts).isEqualTo(new FoldedWords.Parts("Words", "-- \nJuri\nContoso", "> old"));
    }

    @Test
    void answers_between_the_lines_stay_in_sight() {
        String text = "> First?\nYes.\n> Second?\nNo.";
        assertThat(FoldedWords.of(text)).isEqualTo(new FoldedWords.Parts(text, "", ""));
    }

    @Test
    void who_only_quotes_is_not_folded_away() {
        String text = "> All I have is this.";
        assertThat(FoldedWords.of(text).own()).isEqualTo(text);
        assertThat(FoldedWords.of("").own()).isEmpty();
        assertThat(FoldedWords.of("\n\n").quoted()).isEmpty();
    }

    @Test
    void nothing_is_lost() {
        for (String text : new String[] {
            "a\n> b", "a\n--\nb\n> c\n\n", "> a\nb", "a:\n> b\n> c", "x\n____________\nVon: a Datum: b"
        }) {
            FoldedWords.Parts parts = FoldedWords.of(text);
            String all = (parts.own() + parts.signature() + parts.quoted()).replaceAll("\\s", "");
            assertThat(all).isEqualTo(text.replaceAll("\\s", ""));
        }
    }

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

    private static String folded(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        FoldedWords.fold(document, "Quoted");
        return document.body().html();
    }
}
