package io.nordwand.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.simulator.Fault;
import io.nordwand.simulator.Simulation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class SuddenEndIT extends SuddenEnd {

    /** The embedded one. */
    @Override
    List<String> database() {
        return List.of();
    }

    @Test
    void anAppendThatWasNotDoneIsNotClaimed() throws Exception {
        try (RunningProgram program = start()) {
            Map<String, List<String>> form = addForm(program);
            int before = shop.queueOf(FREE).size();
            eiger.faults().add(Fault.drop().after(LONG).on("appendToDeviceQueue"));
            try (RunningProgram next = killedAfter(program, at + "/add", form, "appendToDeviceQueue", 1)) {
                assertThat(standing(settled(next, "add"), "add")).isEqualTo("not-found");
                nothingMoreIsSent(next, at + "/add", form, "appendToDeviceQueue");
                assertThat(shop.queueOf(FREE)).hasSize(before);
            }
        }
    }

    @Test
    void aPrintThatThePrinterTookIsSeen() throws Exception {
        try (RunningProgram program = start()) {
            String build = anyBuild(program);
            Document dialog = program.get(at + "/print?build=" + build);
            Map<String, List<String>> form = RunningProgram.form(dialog, at + "/print");
            eiger.faults().add(Fault.slow(LONG).on("printToPrinter"));
            program.posting(at + "/print", form);
            arrived("printToPrinter", 1);
            program.kill();
            eiger.faults().clear();
            shop.advance(Duration.ofSeconds(12));
            try (RunningProgram next = start()) {
                assertThat(standing(settled(next, "print"), "print")).isEqualTo("seen");
                nothingMoreIsSent(next, at + "/print", form, "printToPrinter");
            }
        }
    }

    @Test
    void aClearedQueueIsToldEntryByEntry() throws Exception {
        try (RunningProgram program = start()) {
            for (int i = 0; i < 3; i++) {
                assertThat(program.post(at + "/add", addForm(program))).isEqualTo(303);
                arrived("appendToDeviceQueue", i + 1);
                program.getOnce(
                        at,
                        page -> page.select("[data-operation=add][data-stage=running]")
                                .isEmpty());
            }
            List<UUID> queue =
                    shop.queueOf(FREE).stream().map(Simulation.Waiting::id).toList();
            assertThat(queue).hasSize(3);
            Map<String, List<String>> form = RunningProgram.form(program.get(at + "/clear"), at + "/clear");
            eiger.faults()
                    .add(Fault.slow(Duration.ZERO).on("removeFromDeviceQueue").times(1));
            eiger.faults().add(Fault.slow(LONG).on("removeFromDeviceQueue"));
            try (RunningProgram next = killedAfter(program, at + "/clear", form, "removeFromDeviceQueue", 2)) {
                Document page = settled(next, "clear");
                assertThat(standing(page, "clear")).isEqualTo("partly");
                assertThat(page.select(result("clear") + " [data-result]").eachAttr("data-result"))
                        .containsExactly("not-tried", "found-gone", "removed");
                assertThat(shop.queueOf(FREE))
                        .extracting(Simulation.Waiting::id)
                        .containsExactly(queue.get(0));
                nothingMoreIsSent(next, at + "/clear", form, "removeFromDeviceQueue");
            }
        }
    }
}
