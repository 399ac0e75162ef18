package io.nordwand.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.AbstractValidatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * bcrypt of which every character counts. bcrypt itself ends at 72 bytes, which are 18 characters of some scripts, so
 * it is given a digest of the password, as 64 letters. The digest's fixed key keeps hashes of the same password that
 * were stolen elsewhere from being of any use against it.
 */
final class WholeBcrypt extends AbstractValidatingPasswordEncoder {

    private static final byte[] KEY = "nordwand.account".getBytes(StandardCharsets.US_ASCII);

    private final PasswordEncoder bcrypt = new BCryptPasswordEncoder();

    @Override
    protected String encodeNonNullPassword(String password) {
        return String.valueOf(bcrypt.encode(digest(password)));
    }

    @Override
    protected boolean matchesNonNull(String password, String hash) {
        return bcrypt.matches(digest(password), hash);
    }

    @Override
    protected boolean upgradeEncodingNonNull(String hash) {
        return bcrypt.upgradeEncoding(hash);
    }

    /** 48 of the 64 bytes, since these are exactly 64 letters. */
    private static String digest(String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(KEY, "HmacSHA512"));
            byte[] digest = mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(Arrays.copyOf(digest, 48));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA512, which every Java must have", e);
        }
    }
}
