package io.nordwand.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * One message of a live stream, put together from what goes, what comes and what changes. htmx looks up all targets of a
 * message before it changes anything, so every target must exist in the old page: what is new is put after something
 * that stays where it is, in runs, before anything is morphed.
 */
public final class Partials {

    private static final String MORPH = "outerMorph";

    /**
     * A place for something new.
     *
     * @param swap htmx 4 swap, {@code afterbegin} or {@code afterend}
     * @param target CSS selector of an element in the old page
     */
    public record Place(String swap, String target) {

        /** Right after that element. */
        public static Place after(String target) {
            return new Place("afterend", target);
        }

        /** At the beginning within that element. */
        public static Place within(String target) {
            return new Place("afterbegin", target);
        }
    }

    private final StringBuilder deletes = new StringBuilder();
    private final StringBuilder inserts = new StringBuilder();
    private final StringBuilder changes = new StringBuilder();

    /** Takes an element away. */
    public void delete(String target) {
        deletes.append(LiveStream.partial(target, "delete", ""));
    }

    /** Makes an element look like this. */
    public void change(String target, String html) {
        changes.append(LiveStream.partial(target, MORPH, html));
    }

    /** Puts elements in; nothing if blank. */
    public void insert(Place place, CharSequence html) {
        if (!html.isEmpty()) {
            inserts.append(LiveStream.partial(place.target(), place.swap(), html.toString()));
        }
    }

    /**
     * Makes one list of elements into another; as few as possible are moved.
     *
     * @param start where the first goes
     * @param id the id of an item's element
     * @param html an item's element
     */
    public <T> void list(List<T> before, List<T> after, Place start, Function<T, String> id, Function<T, String> html) {
        Map<String, T> old = new HashMap<>();
        before.forEach(item -> old.put(id.apply(item), item));
        Set<String> staying = Staying.of(
                before.stream().map(id).toList(), after.stream().map(id).toList());
        before.stream().map(id).filter(key -> !staying.contains(key)).forEach(key -> delete("#" + key));
        Place place = start;
        StringBuilder run = new StringBuilder();
        for (T item : after) {
            String key = id.apply(item);
            if (!staying.contains(key)) {
                run.append(html.apply(item));
                continue;
            }
            insert(place, run);
            run.setLength(0);
            place = Place.after("#" + key);
            if (!item.equals(old.get(key))) {
                change("#" + key, html.apply(item));
            }
        }
        insert(place, run);
    }

    /** The message; blank if there is nothing to say. */
    @Override
    public String toString() {
        return deletes.toString() + inserts + changes;
    }
}
