package io.nordwand.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that calls meet at present; the first that fits a call hits it. */
public final class Faults {

    private List<Fault> current = List.of();

    /** The faults, first to last. */
    public synchronized List<Fault> list() {
        return current;
    }

    /** Adds a fault behind the others. */
    public synchronized void add(Fault fault) {
        List<Fault> more = new ArrayList<>(current);
        more.add(fault);
        current = List.copyOf(more);
    }

    /** Puts these in place of all others. */
    public synchronized void set(List<Fault> faults) {
        current = List.copyOf(faults);
    }

    /** Everything works again. */
    public void clear() {
        set(List.of());
    }

    /** The fault that hits a call of that operation, which counts as one of its calls. */
    synchronized Optional<Fault> take(String operation) {
        Optional<Fault> hit =
                current.stream().filter(fault -> fault.hits(operation)).findFirst();
        hit.ifPresent(this::used);
        return hit;
    }

    private void used(Fault fault) {
        if (fault.calls() != null) {
            List<Fault> left = new ArrayList<>(current);
            int place = left.indexOf(fault);
            left.remove(place);
            if (fault.calls() > 1) {
                left.add(place, fault.times(fault.calls() - 1));
            }
            current = List.copyOf(left);
        }
    }
}
