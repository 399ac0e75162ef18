package io.nordwand.eiger.wire;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The body of a writing call. Sent as JSON (the contract) or as a form (the vendor's recipes), by configuration (field note 9). */
public sealed interface Order {

    /** The same content as form fields. */
    @JsonIgnore
    MultiValueMap<String, String> fields();

    /** Which build to append or print. */
    record OfBuild(String build) implements Order {
        @Override
        public MultiValueMap<String, String> fields() {
            return Order.with("build", List.of(build));
        }
    }

    /** All builds that shall be approved; every other one loses its approval (field note 50). */
    record OfApprovals(List<String> builds) implements Order {
        public OfApprovals {
            builds = List.copyOf(builds);
        }

        @Override
        public MultiValueMap<String, String> fields() {
            return Order.with("builds", builds);
        }
    }

    /** The day that a build is wanted for, or none: then the body is {@code {}}, yet there (field note 10). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfDay(@JsonProperty("dueDate") @Nullable LocalDate dueDate) implements Order {
        @Override
        public MultiValueMap<String, String> fields() {
            return Order.with("dueDate", dueDate == null ? List.of() : List.of(dueDate.toString()));
        }
    }

    private static MultiValueMap<String, String> with(String name, List<String> values) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        values.forEach(value -> fields.add(name, value));
        return fields;
    }
}
