package io.nordwand.audit;

/**
 * Who acts.
 *
 * @param name user name
 * @param role key of the role they had at that moment, for example {@code operator}
 * @param address network address that the request came from, or {@code unknown}
 */
public record Actor(String name, String role, String address) {

    /** The program itself, when it finds something out at its start. */
    public static final Actor NORDWAND = new Actor("Nordwand", "", "");
}
