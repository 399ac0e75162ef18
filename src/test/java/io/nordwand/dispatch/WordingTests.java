package io.nordwand.dispatch;

import static io.nordwand.farm.FarmFixtures.build;
import static io.nordwand.farm.FarmFixtures.printer;
import static io.nordwand.farm.FarmFixtures.queued;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.Needs;
import io.nordwand.farm.QueueEntry;
import org.junit.jupiter.api.Test;

class WordingTests {

    private static final Build NAMELESS =
            new Build(new BuildId("0123456789ab"), "  ", "X7", null, null, null, Needs.UNKNOWN, null, null, null, null);

    @Test
    void aBuildWithoutTitleIsNamedByTheBeginningOfItsId() {
        assertThat(Wording.title(build("Gear"))).isEqualTo("Gear");
        assertThat(Wording.title(NAMELESS)).isEqualTo("01234567");
        assertThat(Wording.title((Build) null)).isEqualTo("?");
    }

    @Test
    void anEntryWithoutBuildIsNamedByItsOwnId() {
        assertThat(Wording.title(new QueueEntry(new EntryId("abc"), null, null, null, null)))
                .isEqualTo("abc");
        assertThat(Wording.title(queued(printer("X7-01"), "Gear"), new EntryId("entry-1")))
                .isEqualTo("Gear");
        assertThat(Wording.title(printer("X7-01"), new EntryId("entry-long"))).isEqualTo("entry-lo");
    }

    @Test
    void foreignTextCannotForgeALogLine() {
        assertThat(Wording.oneLine("a\r\n2026 ERROR b\u2028c\u0000d")).isEqualTo("a 2026 ERROR b c d");
        assertThat(Wording.oneLine("a\u202Egnp\u0085b\u009B31mc")).isEqualTo("a gnp b 31mc");
        assertThat(Wording.oneLine("x".repeat(10_000) + " [id]"))
                .hasSizeLessThan(1010)
                .endsWith("x [id]");
        assertThat(Wording.oneLine(null)).isEqualTo("null");
    }
}
