package org.pilet.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnWordsTest {

    /** The line or lines that announce a quotation, as programs write them in many languages. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Tue, Mar 3, 2026 at 10:15 AM Anna Saar <anna@northwind.test> wrote:",
                "On Tue, Mar 3, 2026 at 10:15 AM Anna Saar\n<anna@northwind.test> wrote:",
                "On 3 Mar 2026, at 10:15, Anna Saar <anna@northwind.test> wrote:",
                "Am 03.03.26 um 10:15 schrieb Anna Saar:",
                "Am Di., 3. März 2026 um 10:15 Uhr schrieb Anna Saar <anna@northwind.test>:",
                "Le mar. 3 mars 2026 à 10:15, Anna Saar <anna@northwind.test> a écrit :",
                "Kuupäev T, 3. märts 2026 kell 10:15 kirjutas Anna Saar (<anna@northwind.test>):",
                "Anna Saar kirjutas 03.03.2026 10:15:",
                "În mar., 3 mar. 2026 la 10:15, Anna Saar <anna@northwind.test> a scris:",
                "Anna Saar <anna@northwind.test> ezt írta (időpont: 2026. márc. 3., K, 10:15):",
                "2026. 03. 03. 10:15 keltezéssel, Anna Saar írta:",
                "вт, 3 мар. 2026 г. в 10:15, Anna Saar <anna@northwind.test>:",
                "3 марта 2026 г., в 10:15, Anna Saar <anna@northwind.test> написал(а):",
                "03.03.2026 10:15, Anna Saar пишет:",
                "در تاریخ سه‌شنبه ۳ مارس ۲۰۲۶ ساعت ۱۰:۱۵ Anna Saar <anna@northwind.test> نوشت:",
                "El mar, 3 mar 2026 a las 10:15, Anna Saar (<anna@northwind.test>) escribió:",
                "Anna Saar/Northwind wrote on 03/03/2026 10:15:22:",
                "Op di 3 mrt 2026 om 10:15 schreef Anna Saar <anna@northwind.test>:"
            })
    void what_is_announced_and_marked_is_quoted(String announcement) {
        OwnWords words = OwnWords.of("Yes, please.\n\n" + announcement + "\n\n> Shall we?\n> Anna\n");
        assertThat(words.own()).isEqualTo("Yes, please.");
        assertThat(words.quoted()).startsWith(announcement);
    }

    /** Outlook marks no line; its header does. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----Original Message-----\nFrom: Anna\nSent: Monday\nTo: us\nSubject: x",
                "From: Anna Saar <anna@northwind.test>\nSent: Tuesday, March 3, 2026 10:15 AM\nTo: support\nSubject: x",
                "From: Anna Saar <anna@northwind.test> \nDate: Tuesday, 3 March 2026 at 10:15\nTo: support\nSubject: x",
                "________________________________\nVon: Anna Saar\nGesendet: Dienstag, 3. März 2026 10:15\nAn: support\nBetreff: x",
                "-----Ursprüngliche Nachricht-----\nVon: Anna\nGesendet: Dienstag\nAn: uns\nBetreff: x",
                "De : Anna Saar\nEnvoyé : mardi 3 mars 2026 10:15\nÀ : support\nObjet : x",
                "Saatja: Anna Saar\nSaadetud: teisipäev, 3. märts 2026 10:15\nAdressaat: support\nTeema: x",
                "De la: Anna Saar\nTrimis: marți, 3 martie 2026 10:15\nCătre: support\nSubiect: x",
                "Feladó: Anna Saar\nElküldve: 2026. március 3., kedd 10:15\nCímzett: support\nTárgy: x",
                "От: Anna Saar\nОтправлено: 3 марта 2026 г. 10:15\nКому: support\nТема: x",
                "از: Anna Saar\nارسال: سه‌شنبه ۳ مارس ۲۰۲۶\nبه: support\nموضوع: x",
                "*From:* Anna Saar <anna@northwind.test>\n*Sent:* Tuesday, March 3, 2026\n*To:* support\n*Subject:* x",
                "-------- Исходное сообщение --------\nОт: Anna\nДата: 3 марта\nКому: нам\nТема: x"
            })
    void what_stands_below_an_older_header_is_quoted(String header) {
        OwnWords words = OwnWords.of("Ja.\n\nMari\n\n" + header + "\n\nShall we?\n");
        assertThat(words.own()).isEqualTo("Ja.\n\nMari");
        assertThat(words.quoted()).startsWith(header).endsWith("Shall we?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sent from my iPhone",
                "Get Outlook for iOS<https://aka.ms/o0ukef>",
                "Von meinem iPhone gesendet",
                "Saadetud minu iPhone'ist",
                "Envoyé de mon iPhone",
                "Trimis de pe iPhone-ul meu",
                "iPhone-omról küldve",
                "Отправлено с iPhone",
                "ارسال شده از iPhone من",
                "-- \nMari Maasikas\nNorthwind"
            })
    void a_signature_folds_apart(String signature) {
        OwnWords words = OwnWords.of("Words.\n\n" + signature + "\n\n> old\n");
        assertThat(words).isEqualTo(new OwnWords("Words.", signature, "> old"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> First?\nYes.\n> Second?\nNo.",
                "> All I have is this.",
                "From: the top floor\nTo: the cellar\nnothing prints.",
                "See below.\n\n---------- Forwarded message ---------\nFrom: Anna\nDate: Monday\nSubject: x\nTo: us\n\nHelp!",
                "Note:\nthe printer wrote:\nPC LOAD LETTER",
                "Von: hier bis dort\n\ngeht nichts",
                "",
                "\n\n"
            })
    void the_writers_own_words_stay(String text) {
        assertThat(OwnWords.of(text)).isEqualTo(new OwnWords(text, "", ""));
    }

    @Test
    void an_answer_below_the_quotation_stays() {
        String text = "On Monday Anna wrote:\n> Shall we?\n\nYes.";
        assertThat(OwnWords.of(text).own()).isEqualTo(text);
    }

    @Property(tries = 500)
    void nothing_is_lost(@ForAll String text) {
        OwnWords words = OwnWords.of(text);
        String all = words.own() + words.signature() + words.quoted();
        assertThat(letters(all)).isEqualTo(letters(text));
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        text.chars().filter(c -> !Character.isWhitespace(c)).forEach(c -> letters.append((char) c));
        return letters.toString();
    }
}
