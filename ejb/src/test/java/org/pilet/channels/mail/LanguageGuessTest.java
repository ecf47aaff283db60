package org.pilet.channels.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguageGuessTest {

    private static final LanguageGuess GUESS = new LanguageGuess();

    @Test
    void each_language_of_the_house_is_recognised_in_a_few_sentences() {
        assertThat(GUESS.of(
                        "Printer jams", "Hello, the printer on the third floor has been jamming since this morning."))
                .contains("en");
        assertThat(GUESS.of(
                        "Printer ei tööta",
                        "Tere! Kolmanda korruse printer ei tööta juba hommikust saati, palun aidake."))
                .contains("et");
        assertThat(GUESS.of(
                        "Imprimanta", "Bună ziua, imprimanta de la etajul trei nu mai funcționează de azi dimineață."))
                .contains("ro");
        assertThat(GUESS.of(
                        "Nyomtató", "Tisztelt Ügyfélszolgálat! A harmadik emeleti nyomtató reggel óta nem működik."))
                .contains("hu");
        assertThat(GUESS.of("Принтер", "Здравствуйте! Принтер на третьем этаже не работает с самого утра, помогите."))
                .contains("ru");
        assertThat(GUESS.of("چاپگر", "سلام، چاپگر طبقه سوم از صبح کار نمی‌کند. لطفاً کمک کنید تا قرارداد را چاپ کنم."))
                .contains("fa");
    }

    @Test
    void a_short_text_is_left_to_the_queues_language() {
        assertThat(GUESS.of("", "ok")).isEmpty();
        assertThat(GUESS.of("Re:", "12345 67890 https://example.com/a/very/long/address"))
                .isEmpty();
    }

    @Test
    void a_language_that_the_house_does_not_speak_is_not_taken_for_one_it_does() {
        assertThat(GUESS.of(
                        "Drucker",
                        "Der Drucker im dritten Stock funktioniert seit heute Morgen nicht mehr, bitte helfen."))
                .isEmpty();
    }

    @Test
    void quoted_words_of_others_do_not_count() {
        String quoted = "> Bună ziua, imprimanta de la etajul trei nu mai funcționează de azi dimineață.\n".repeat(10);
        assertThat(GUESS.of("Re: Printer", "Thank you very much, it works again since you were here.\n\n" + quoted))
                .contains("en");
    }
}
