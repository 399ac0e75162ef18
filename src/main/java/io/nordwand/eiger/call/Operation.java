package io.nordwand.eiger.call;

import io.nordwand.eiger.api.Habit;
import io.nordwand.eiger.api.Habits;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.Set;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.web.service.invoker.HttpRequestValues;

/**
 * The operation that a call is for.
 *
 * @param id operation id of the contract
 * @param method HTTP method
 * @param habits its habits
 */
record Operation(String id, HttpMethod method, Set<Habit> habits) {

    /** Name of the request attribute that carries the operation. */
    static final String ATTRIBUTE = Operation.class.getName();

    /** Marks every request with its operation. */
    static final HttpRequestValues.Processor MARK = Operation::mark;

    Operation {
        habits = Set.copyOf(habits);
    }

    private static void mark(
            Method method, MethodParameter[] parameters, Object[] arguments, HttpRequestValues.Builder request) {
        Habits habits = method.getAnnotation(Habits.class);
        HttpMethod verb = Objects.requireNonNull(request.getHttpMethod());
        request.addAttribute(
                ATTRIBUTE, new Operation(method.getName(), verb, habits == null ? Set.of() : Set.of(habits.value())));
    }

    static Operation of(HttpRequestValues values) {
        return (Operation) Objects.requireNonNull(values.getAttributes().get(ATTRIBUTE));
    }

    /** Whether it changes something, so that it is sent once and a lost answer leaves its outcome unknown. */
    boolean writes() {
        return !method.equals(HttpMethod.GET);
    }

    /** Whether a failed call may be sent again. */
    boolean repeatable() {
        return !writes() && !has(Habit.ORDERS);
    }

    boolean has(Habit habit) {
        return habits.contains(habit);
    }
}
