package io.nordwand.account;

/**
 * What the next page tells an administrator of what they did, once.
 *
 * @param key which sentence: {@code added}, {@code already} or a {@link Change}'s key
 * @param name the account
 * @param password a password that was made for it, blank when there is none to tell
 */
record Handover(String key, String name, String password) {

    @Override
    public String toString() {
        return "Handover[key=" + key + ", name=" + name + "]";
    }
}
