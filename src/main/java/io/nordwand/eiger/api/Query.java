package io.nordwand.eiger.api;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Which items of a list are wanted and in which order. Names and values are encoded when sent (field note 21). */
public final class Query {

    private final MultiValueMap<String, String> parameters;

    private Query(MultiValueMap<String, String> parameters) {
        this.parameters = parameters;
    }

    /** Everything in Eiger's own order, for lists that can't be sorted. */
    public static Query unsorted() {
        return new Query(new LinkedMultiValueMap<>());
    }

    /** Everything, ascending by that field. Default orders differ and contradict their text (field note 17). */
    public static Query ascending(String field) {
        return unsorted().with("sort[by]", field).with("sort[order]", "asc");
    }

    /** Everything, descending by that field. */
    public static Query descending(String field) {
        return unsorted().with("sort[by]", field).with("sort[order]", "desc");
    }

    /**
     * Only items that match, for example {@code where("updated_at", "ge", instant)}. Filters of one field and operator
     * take one value (field note 20).
     */
    public Query where(String field, String operator, Object value) {
        return with("filter[" + field + "][" + operator + "]", value.toString());
    }

    /** The parameters for one page, counted from 1. */
    public MultiValueMap<String, String> page(int number, int size) {
        return with("page[size]", Integer.toString(size)).with("page[number]", Integer.toString(number)).parameters;
    }

    private Query with(String name, String value) {
        MultiValueMap<String, String> copy = new LinkedMultiValueMap<>(parameters);
        copy.set(name, value);
        return new Query(copy);
    }
}
