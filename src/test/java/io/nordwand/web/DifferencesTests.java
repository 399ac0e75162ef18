package io.nordwand.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

class DifferencesTests {

    /** A page of some words; equal ones are still different pages, as they are for viewers with different queries. */
    private record Page(long revision, String words) {}

    private final List<String> drawn = new ArrayList<>();
    private final Differences<Page> differences = new Differences<>(
            new Differences.Drawing<>() {
                @Override
                public String between(Page before, Page after) {
                    return draw(before.words().equals(after.words()) ? "" : before.words() + " to " + after.words());
                }

                @Override
                public String whole(Page page) {
                    return draw("all of " + page.words());
                }
            },
            Page::revision,
            10);
    private final Sinks.Many<Page> pages = Sinks.many().replay().latest();

    private String draw(String words) {
        drawn.add(words);
        return words;
    }

    private List<String> viewer(Sinks.Many<Page> of, long shown) {
        List<String> got = new ArrayList<>();
        differences.regions(of.asFlux(), shown).subscribe(got::add);
        return got;
    }

    @Test
    void viewersOfTheSamePageAreGivenTheSameObjectDrawnOnce() {
        pages.tryEmitNext(new Page(1, "one"));
        List<String> first = viewer(pages, 1);
        List<String> second = viewer(pages, 1);
        pages.tryEmitNext(new Page(2, "two"));

        assertThat(first).containsExactly("one to two");
        assertThat(second.get(0)).isSameAs(first.get(0));
        assertThat(drawn).containsExactly("one to two");
    }

    @Test
    void lateViewersFirstGetTheWholeDrawnOnceAndThenWhatChanges() {
        pages.tryEmitNext(new Page(1, "one"));
        List<String> first = viewer(pages, 1);
        pages.tryEmitNext(new Page(2, "two"));
        List<String> late = viewer(pages, -1);
        List<String> later = viewer(pages, 1);
        pages.tryEmitNext(new Page(3, "three"));

        assertThat(first).containsExactly("one to two", "two to three");
        assertThat(late).containsExactly("all of two", "two to three");
        assertThat(later).isEqualTo(late);
        assertThat(drawn).containsExactly("one to two", "all of two", "two to three");
    }

    @Test
    void viewersOfOtherPagesNeverGetThese() {
        Sinks.Many<Page> others = Sinks.many().replay().latest();
        pages.tryEmitNext(new Page(1, "one"));
        others.tryEmitNext(new Page(1, "other"));
        List<String> ours = viewer(pages, -1);
        List<String> theirs = viewer(others, -1);
        pages.tryEmitNext(new Page(2, "two"));
        others.tryEmitNext(new Page(2, "another"));

        assertThat(ours).containsExactly("all of one", "one to two");
        assertThat(theirs).containsExactly("all of other", "other to another");
    }

    @Test
    void whoMissedAPageGetsAllThatChangedSince() {
        Page one = new Page(1, "one");
        Page two = new Page(2, "two");
        Page three = new Page(3, "three");
        List<String> slow = new ArrayList<>();
        List<String> quick = new ArrayList<>();
        differences.regions(Flux.just(one, two, three), 1).subscribe(quick::add);
        differences.regions(Flux.just(one, three), 1).subscribe(slow::add);

        assertThat(quick).containsExactly("one to two", "two to three");
        assertThat(slow).containsExactly("one to three");
    }

    @Test
    void whatLooksTheSameIsNotSent() {
        pages.tryEmitNext(new Page(1, "one"));
        List<String> viewer = viewer(pages, 1);
        pages.tryEmitNext(new Page(2, "one"));

        assertThat(viewer).isEmpty();
    }
}
