package io.nordwand.dispatch;

import java.util.List;
import java.util.function.Function;

/**
 * What one form asks for, to be given to {@link Orders}.
 *
 * @param place what the form is about: the same as its hidden fields were drawn for ({@link Orders#forms})
 * @param alone what only one order at a time may touch, as a name; blank when any number may
 * @param back where to look when nothing may be sent
 * @param page address of the page that shows what becomes of the order
 * @param errands the calls, made one after the other; a refusal of one lets the next be tried, anything worse does not
 */
public record Commission(String place, String alone, String back, Function<Order, String> page, List<Errand> errands) {
    public Commission {
        errands = List.copyOf(errands);
        if (errands.isEmpty()) {
            throw new IllegalArgumentException("An order without a call");
        }
    }
}
