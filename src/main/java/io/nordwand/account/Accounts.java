package io.nordwand.account;

import io.nordwand.farm.EigerAccess;
import io.nordwand.web.Role;
import io.nordwand.web.Viewer;
import io.nordwand.web.Viewers;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * All accounts, set up once at start. The simulated farm has three that its sign-in page shows; they exist nowhere else.
 * Otherwise there is {@code admin}, and whoever the configuration names.
 */
@Component
class Accounts implements Viewers {

    private static final Logger log = LoggerFactory.getLogger(Accounts.class);
    private static final String ADMIN = "admin";

    private final Map<String, Account> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    Accounts(AccountProperties properties, PasswordEncoder passwords, ObjectProvider<EigerAccess> access) {
        EigerAccess eiger = access.getIfAvailable();
        if (eiger != null && eiger.simulated()) {
            for (Role role : Role.values()) {
                add(new Account(role.key(), role, passwords.encode(role.key()), role.key()));
            }
        }
        String admin = properties.adminPassword();
        if (admin != null && !admin.isBlank()) {
            add(new Account(ADMIN, Role.ADMIN, Passwords.isHash(admin) ? admin : passwords.encode(admin), ""));
        }
        properties.users().forEach((name, user) -> add(configured(name, user)));
        if (byName.values().stream().noneMatch(account -> account.role() == Role.ADMIN)) {
            String made = random();
            add(new Account(ADMIN, Role.ADMIN, passwords.encode(made), ""));
            log.warn(
                    "No administrator is set up. Sign in as \"{}\" with \"{}\"; it is made anew at each start until "
                            + "NORDWAND_ADMIN_PASSWORD is set.",
                    ADMIN,
                    made);
        }
    }

    Optional<Account> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The accounts whose passwords the sign-in page shows, least role first; none outside the simulated farm. */
    List<Account> shown() {
        return byName.values().stream()
                .filter(account -> !account.shown().isEmpty())
                .sorted(Comparator.comparing(Account::role))
                .toList();
    }

    @Override
    public List<Viewer> all() {
        Collection<Account> accounts = byName.values();
        return accounts.stream().map(Account::viewer).toList();
    }

    private void add(Account account) {
        byName.put(account.name(), account);
    }

    private static Account configured(String name, AccountProperties.User user) {
        if (!Passwords.isHash(user.password())) {
            throw new IllegalStateException("nordwand.account.users." + name
                    + ".password is not a hash. Write {bcrypt} and a bcrypt hash of the password behind it, as made by "
                    + "\"htpasswd -nbBC 10 user password\"; plain passwords are not accepted here.");
        }
        return new Account(name, user.role(), user.password(), "");
    }

    private static String random() {
        byte[] bytes = new byte[15];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
