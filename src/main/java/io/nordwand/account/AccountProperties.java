package io.nordwand.account;

import io.nordwand.web.Role;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may sign in.
 *
 * @param adminPassword password that {@code admin} is made with at the first start, plain or as {@code {bcrypt}…}; a
 *     random one when missing
 * @param users further accounts by name, each stored when there is none of that name yet
 * @param rescue name of an account that at each start becomes an administrator with a new password, which is logged
 * @param tries wrong passwords in a row after which a name is held up
 * @param pause how long it is held up, counted from the last try
 */
@ConfigurationProperties("nordwand.account")
record AccountProperties(
        @Nullable String adminPassword,
        @DefaultValue Map<String, User> users,
        @Nullable String rescue,
        @DefaultValue("5") int tries,
        @DefaultValue("5m") Duration pause) {

    /**
     * One account of the configuration.
     *
     * @param password hash with its method in front, {@code {bcrypt}$2a$…}; plain text is refused
     * @param role what they may do
     */
    record User(String password, @DefaultValue("viewer") Role role) {

        @Override
        public String toString() {
            return "User[role=" + role + "]";
        }
    }

    @Override
    public String toString() {
        return "AccountProperties[users=" + users + "]";
    }
}
