package io.nordwand.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.farm.FarmFixtures;
import io.nordwand.web.MovableClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrakeTests {

    private final MovableClock clock = new MovableClock(FarmFixtures.NOW);
    private final Brake brake = new Brake(Rig.settings(null, Map.of(), null), clock);

    @Test
    void fiveWrongTriesHoldUpANameAtThatAddressOnly() {
        fail("lena", "10.0.0.1", 4);
        assertThat(brake.allows("lena", "10.0.0.1")).isTrue();
        fail("lena", "10.0.0.1", 1);

        assertThat(brake.allows("lena", "10.0.0.1")).isFalse();
        assertThat(brake.allows("LENA", "10.0.0.1")).isFalse();
        assertThat(brake.allows("lena", "10.0.0.2")).isTrue();
        assertThat(brake.allows("priya", "10.0.0.1")).isTrue();
    }

    @Test
    void nothingIsHeldUpForGood() {
        fail("lena", "10.0.0.1", 5);
        clock.advance(Duration.ofMinutes(5).plusSeconds(1));

        assertThat(brake.allows("lena", "10.0.0.1")).isTrue();
    }

    @Test
    void aRightPasswordForgetsTheWrongOnes() {
        fail("lena", "10.0.0.1", 4);
        brake.succeeded("lena", "10.0.0.1");
        fail("lena", "10.0.0.1", 4);

        assertThat(brake.allows("lena", "10.0.0.1")).isTrue();
    }

    @Test
    void anAddressThatTriesManyNamesIsHeldUp() {
        for (int i = 0; i < 30; i++) {
            fail("name" + i, "10.0.0.1", 1);
        }

        assertThat(brake.allows("lena", "10.0.0.1")).isFalse();
        assertThat(brake.allows("lena", "10.0.0.2")).isTrue();
    }

    @Test
    void manyAddressesCannotLockOutSomebodyWhoSignedInLately() {
        brake.succeeded("lena", "10.0.0.1");
        for (int i = 0; i < 40; i++) {
            fail("lena", "172.16.0." + i, 1);
        }

        assertThat(brake.allows("lena", "172.16.1.1")).isFalse();
        assertThat(brake.allows("lena", "10.0.0.1")).isTrue();
    }

    private void fail(String name, String address, int times) {
        for (int i = 0; i < times; i++) {
            brake.failed(name, address);
        }
    }
}
