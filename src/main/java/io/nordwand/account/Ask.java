package io.nordwand.account;

import io.nordwand.web.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The question before a change of an account.
 *
 * @param change what is asked for
 * @param account the account as it is
 * @param self whether it is that of whoever is asked
 * @param last whether it is the only one that can run the installation
 * @param wanted the role that is chosen at first
 * @param refusal why the change did not happen, or null at first
 */
record Ask(
        Change change,
        Account account,
        boolean self,
        boolean last,
        Role wanted,
        @Nullable Refusal refusal) {

    /** Whether the change would shut out the person who asks for it, so that they have to say that they mean it. */
    public boolean shutsOut() {
        return self && !last && (change == Change.DISABLE || change == Change.ROLE);
    }

    /** Whether there is nothing that could be done. */
    public boolean barred() {
        return last && change == Change.DISABLE;
    }

    /** To choose from. */
    public List<Role> roles() {
        return List.of(Role.values());
    }

    Ask refused(Refusal why) {
        return new Ask(change, account, self, last, wanted, why);
    }
}
