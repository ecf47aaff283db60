package org.pilet.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>hello",
                "<img src=x onerror=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
                "<svg/onload=alert(1)>",
                "<iframe src=https://evil.test></iframe>",
                "<form action=https://evil.test><input name=password></form>",
                "<div style=\"background:url(https://evil.test/x.png)\">x</div>",
                "<div style=\"position:fixed;top:0;left:0;width:100%;height:100%\">x</div>",
                "<style>body{display:none}</style>x",
                "<base href=https://evil.test>",
                "<meta http-equiv=refresh content=0;url=https://evil.test>",
                "<p onclick=alert(1)>x</p>",
            })
    void foreign_html_cannot_act(String html) {
        String safe = Words.of(null, html).html();

        assertThat(safe)
                .doesNotContainIgnoringCase("script")
                .doesNotContainIgnoringCase("onerror")
                .doesNotContainIgnoringCase("onload")
                .doesNotContainIgnoringCase("onclick")
                .doesNotContainIgnoringCase("<iframe")
                .doesNotContainIgnoringCase("<form")
                .doesNotContainIgnoringCase("<input")
                .doesNotContainIgnoringCase("position")
                .doesNotContainIgnoringCase("url(")
                .doesNotContainIgnoringCase("<style")
                .doesNotContainIgnoringCase("<base")
                .doesNotContainIgnoringCase("<meta")
                .doesNotContain("data:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Please see the HTML version of this message.",
                "Your order",
                "To view this e-mail, open it in a program that shows HTML: https://shop.test/v/1"
            })
    void of_a_mail_whose_plain_part_is_a_stub_the_words_are_those_that_readers_see(String stub) {
        String html = "<h1>Your order</h1><p>The <b>turbine</b> was delivered <i>broken</i> on Monday.</p>"
                + "<style>.hidden{color:red}</style><script>alert('nothing')</script>";

        assertThat(Words.of(stub, html).text()).isEqualTo("Your order\n\nThe turbine was delivered broken on Monday.");
    }

    @Test
    void a_plain_part_that_says_the_same_is_kept_as_its_author_wrote_it() {
        String html = "<p>Hello,</p><p>the turbine&nbsp;stands&nbsp;still since Monday.</p><div>-- <br>Anna Berg</div>";
        String plain = "Hello,\n\nthe turbine *stands* still\nsince Monday.\n\n-- \nAnna Berg";

        assertThat(Words.of(plain, html).text()).isEqualTo(plain);
        assertThat(Words.of("Здравствуйте, всё работает", "<p>Здравствуйте, всё&nbsp;работает</p>")
                        .text())
                .isEqualTo("Здравствуйте, всё работает");
        assertThat(Words.of("Ok", "<p>Ok<br>Anna Berg</p>").text()).isEqualTo("Ok");
    }

    @Test
    void remote_images_wait_until_asked_for() {
        var image = Jsoup.parse(Words.of(null, "<p>x<img src=\"https://tracker.test/1.gif\" alt=\"logo\"></p>")
                        .html())
                .selectFirst("img");

        assertThat(image.hasAttr("src")).isFalse();
        assertThat(image.attr("data-remote-src")).isEqualTo("https://tracker.test/1.gif");
        assertThat(image.attr("alt")).isEqualTo("logo");
    }

    @Test
    void inline_images_stay() {
        String safe = Words.of(null, "<img src=\"cid:part1@mail\">").html();

        assertThat(Jsoup.parse(safe).selectFirst("img").attr("src")).isEqualTo("cid:part1@mail");
    }

    @Test
    void pasted_screenshots_become_inline_attachments() {
        byte[] png = "not really a png".getBytes(StandardCharsets.UTF_8);
        String data = "data:image/png;base64," + Base64.getEncoder().encodeToString(png);

        Words words = Words.of(null, "<p>see</p><img src=\"" + data + "\">");

        assertThat(words.pasted()).hasSize(1);
        PastedImage image = words.pasted().get(0);
        assertThat(image.bytes()).isEqualTo(png);
        assertThat(image.fileName(1)).isEqualTo("image-1.png");
        assertThat(Jsoup.parse(words.html()).selectFirst("img").attr("src")).isEqualTo("cid:" + image.contentId());
    }

    @Test
    void links_open_apart_and_tell_nobody_where_from() {
        var link = Jsoup.parse(Words.of(null, "<a href=\"https://example.test/a?b=1&amp;c=2\">x</a>")
                        .html())
                .selectFirst("a");

        assertThat(link.attr("href")).isEqualTo("https://example.test/a?b=1&c=2");
        assertThat(link.attr("rel")).contains("noopener").contains("noreferrer");
        assertThat(link.attr("target")).isEqualTo("_blank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/agent/index.xhtml?out=1", "../logout", "#top", "//evil.test/x", "cid:a", "x"})
    void a_foreign_link_does_not_lead_into_our_pages(String address) {
        assertThat(Jsoup.parse(Words.of(null, "<a href=\"" + address + "\">x</a>")
                                .html())
                        .selectFirst("a")
                        .hasAttr("href"))
                .isFalse();
    }

    @Test
    void what_was_answered_in_another_colour_stays_so() {
        assertThat(Words.of(null, "<font color=\"#ff0000\" size=\"2\" onclick=\"x\">Yes</font>")
                        .html())
                .isEqualTo("<font color=\"#ff0000\" size=\"2\">Yes</font>");
    }

    @Test
    void text_is_derived_from_html_with_its_lines() {
        Words words = Words.of(
                null, "<p>Tere, <b>Jaan</b>!</p><p>Printer &amp; paber<br>on otsas</p><ul><li>a</li><li>b</li></ul>");

        assertThat(words.text().lines().filter(line -> !line.isBlank()))
                .containsExactly("Tere, Jaan!", "Printer & paber", "on otsas", "a", "b");
    }

    @Test
    void null_bytes_and_odd_line_ends_are_mended() {
        assertThat(Words.of("a\0b\r\nc\rd", null).text()).isEqualTo("ab\nc\nd");
    }

    @Test
    void white_space_says_nothing() {
        assertThat(Words.of(null, "<p>&nbsp;</p><br>").saysNothing()).isTrue();
        assertThat(Words.of(null, "<p>x</p>").saysNothing()).isFalse();
        assertThat(Words.of(" \n", null).saysNothing()).isTrue();
    }

    @Test
    void a_draft_keeps_its_pasted_image() {
        String data = "data:image/png;base64," + Base64.getEncoder().encodeToString(new byte[] {1, 2, 3});

        String draft = DraftHtml.of("<p onclick=x()>hi</p><img src=\"" + data + "\">");

        assertThat(draft).contains(data).doesNotContain("onclick");
    }
}
