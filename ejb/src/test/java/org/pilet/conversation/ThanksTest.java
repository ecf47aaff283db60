package org.pilet.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThanksTest {

    private static final List<String> NAMES = List.of("Anna Saar", "مریم رضایی");

    private static boolean only(String text) {
        return Thanks.only(text, NAMES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thanks",
                "thank you!!",
                "THANK YOU SO MUCH!",
                "Thanks a lot :-)",
                "Thanks Mari!",
                "Thank you very much for your quick help 👍",
                "Hi Mari,\n\nthank you for the fast reply. It works now!\n\nBest regards,\nAnna Saar\nChief Accountant",
                "Perfect, thanks. Have a nice weekend!",
                "Great, that fixed it. Much appreciated.",
                "Thanks!\n\nAnna\n\n-- \nAnna Saar, +372 555 5555\nNorthwind",
                "Thank you!\n\nOn Mon, 2 Mar 2026 at 10:15, Support <support@pilet.test> wrote:\n> Did you try again? Error 5",
                "Suur aitäh kiire vastuse eest!",
                "Tere Mari,\n\nsuur tänu abi eest, kõik töötab.\n\nLugupidamisega\nAnna Saar",
                "Mulţumesc frumos!",
                "Vă mulțumim pentru ajutor. O zi bună!",
                "Köszönöm szépen a gyors választ!",
                "Kedves Mari!\n\nNagyon köszönöm a segítséget, most már működik.\n\nÜdvözlettel,\nKiss Anna",
                "Спасибо большое, всё работает!",
                "Здравствуйте!\nБлагодарю за помощь.\n\nС уважением,\nАнна Петрова",
                "خیلی ممنون",
                "با سلام و احترام\nاز پیگیری شما ممنونم",
                "ممنون از کمک شما، مشکل حل شد.\n\nبا احترام\nمریم رضایی",
                "سلام، بسیار سپاسگزارم. روز خوش"
            })
    void thanks_in_each_language_are_known(String text) {
        assertThat(only(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Perfect",
                "Thank you, but no.",
                "No thanks",
                "Thanks, but it still does not work.",
                "Thanks in advance!",
                "Thank you. Can you also look at the other printer?",
                "Thanks, can you fix my problem",
                "Thank you, when will it be done",
                "Thanks for nothing",
                "Thanks, please keep it open until Monday",
                "Thanks! One more thing: my colleague has the same",
                "Thanks. NOT WORKING",
                "Thanks\n\nBest regards\nAnna\nPS The printer is dead",
                "Thanks.\n\nRegards,\nAnna\n\nStill Not Working",
                "Thanks, see https://example.org",
                "Thank you, invoice 12345 is attached",
                "Thanks :-(",
                "Hi it broke again, thanks",
                "Hello,\nthe printer is on fire. Thanks",
                "Aitäh, aga ei tööta",
                "Tänan ette!",
                "Mulțumesc, dar nu merge",
                "Köszönöm, de még mindig nem működik",
                "Спасибо, но не работает",
                "Заранее спасибо",
                "Спасибо. Не работает",
                "ممنون، ولی هنوز کار نمی‌کند",
                "پیشاپیش ممنون",
                "ممنون مشکل دارم",
                "با احترام\nهنوز کار نمی‌کند"
            })
    void a_word_too_many_makes_it_a_message_like_any_other(String text) {
        assertThat(only(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "et", "ro", "hu", "ru", "fa"})
    void of_all_that_customers_say_in_the_demonstration_only_the_thanks_are_thanks(String language) throws IOException {
        Properties said = new Properties();
        try (Reader reader = new InputStreamReader(
                Thanks.class.getResourceAsStream("/org/pilet/demo/phrases_" + language + ".properties"), UTF_8)) {
            said.load(reader);
        }
        said.keySet().removeIf(key -> key.toString().startsWith("farewell.")); // some end with thanks
        assertThat(said.stringPropertyNames()).isNotEmpty().allSatisfy(key -> assertThat(only(said.getProperty(key)))
                .as(said.getProperty(key))
                .isEqualTo(key.startsWith("thanks.")));
    }
}
