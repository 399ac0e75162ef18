package io.nordwand.account;

import io.nordwand.web.Role;
import io.nordwand.web.Viewer;

/**
 * Somebody who may sign in.
 *
 * @param name user name
 * @param role what they may do
 * @param hash encoded password
 * @param shown the password itself where the simulated farm shows it on the sign-in page, else blank
 */
record Account(String name, Role role, String hash, String shown) {

    Viewer viewer() {
        return new Viewer(name, role);
    }

    @Override
    public String toString() {
        return "Account[name=" + name + ", role=" + role + "]";
    }
}
