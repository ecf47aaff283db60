package org.pilet.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Agents write while their sessions end, their pages expire, their browsers crash, the application is replaced and its
 * node dies: 40 blows of each kind unless {@code -Dpilet.it.interruptions} says otherwise. What happens to a node hits all
 * who write, and counts once for each. Asked for by name; {@link ComposerIT} has a few of each kind in every build.
 */
class TypingLoss {

    private static final int INTERRUPTIONS = Integer.getInteger("pilet.it.interruptions", 200);
    private static final List<String> AGENTS = List.of(Desks.MARI, Desks.TAMAR, Desks.ADA, Desks.MARI);
    private static final Duration PROMISED = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Random random = new Random(5);
    private final Map<Blow, Integer> done = new EnumMap<>(Blow.class);
    private final List<Typist> typists = new ArrayList<>();

    private PiletServer serving;
    private PiletServer other;
    private Switchboard switchboard;

    private enum Blow {
        LOST_SESSION,
        EXPIRED_VIEW,
        BROWSER_CRASH,
        REDEPLOYMENT,
        NODE_SWITCH
    }

    @Test
    void no_word_is_lost_whatever_breaks() throws Exception {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        serving = PiletServer.start("typing", 35);
        other = PiletServer.beside(serving, 36);
        switchboard = new Switchboard(serving.ports().http());
        int each = INTERRUPTIONS / Blow.values().length;
        try (Browser browser = Browser.start()) {
            for (int i = 0; i < AGENTS.size(); i++) {
                typists.add(new Typist(browser, switchboard.address(), AGENTS.get(i), serving.mailed("Typing " + i)));
            }
            for (Blow blow : Blow.values()) {
                while (done.getOrDefault(blow, 0) < each) {
                    strike(blow);
                }
            }
        } finally {
            switchboard.close();
            serving.close();
            other.close();
            PlaywrightAssertions.setDefaultAssertionTimeout(Browser.PATIENCE.toMillis());
        }
        Duration lost =
                typists.stream().map(Typist::lost).max(Duration::compareTo).orElseThrow();
        System.out.printf("%s; at most %d ms of typing lost, in crashes of the browser%n", done, lost.toMillis());
        assertThat(lost).isLessThanOrEqualTo(PROMISED);
    }

    private void strike(Blow blow) {
        switch (blow) {
            case LOST_SESSION -> one(blow).loseSession();
            case EXPIRED_VIEW -> one(blow).expireView();
            case BROWSER_CRASH -> crash(one(blow));
            case REDEPLOYMENT -> {
                everybodyWrites();
                serving.redeploy();
                everybodyWrites();
                serving.awaitReady();
                everybodyIsBack(blow);
            }
            case NODE_SWITCH -> {
                everybodyWrites();
                serving.kill9();
                everybodyWrites();
                switchboard.switchTo(other.ports().http());
                PiletServer dead = serving;
                serving = other;
                other = dead;
                everybodyIsBack(blow);
                other.startAgain();
            }
        }
    }

    private Typist one(Blow blow) {
        return typists.get(done.merge(blow, 1, Integer::sum) % typists.size());
    }

    /** At any moment: with all saved, with some, with hardly any. */
    private void crash(Typist typist) {
        typist.type(1 + random.nextInt(60));
        if (random.nextBoolean()) {
            typist.crashTab();
        } else {
            typist.crashBrowser();
        }
    }

    private void everybodyWrites() {
        typists.forEach(typist -> typist.type(1 + random.nextInt(3)));
    }

    private void everybodyIsBack(Blow blow) {
        for (Typist typist : typists) {
            if (done.merge(blow, 1, Integer::sum) % 2 == 0) {
                typist.type(1);
                typist.signInAgain();
            } else {
                typist.pressAndSignInAgain();
            }
        }
    }
}
