package io.nordwand.eiger;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

/** The rule for base addresses: keys go to {@code https://www.} hosts or to this house, elsewhere only on demand (field note 1). */
final class BaseUrl {

    private BaseUrl() {}

    /**
     * The address without slashes at its end.
     *
     * @throws FailureAnalyzedException when it is no base address, or keys must not be sent there
     */
    static URI checked(String text, boolean allowAny) {
        URI uri = parsed(text);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost();
        boolean whole = (scheme.equals("https") || scheme.equals("http"))
                && host != null
                && uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null;
        if (!whole) {
            throw refused("is no base address");
        }
        boolean official =
                scheme.equals("https") && host.toLowerCase(Locale.ROOT).startsWith("www.");
        if (!official && !allowAny && !Addresses.isHome(host)) {
            throw refused("does not begin with https://www., so that Eiger would redirect and keys could get lost");
        }
        return uri;
    }

    private static URI parsed(String text) {
        try {
            return new URI(text.strip().replaceAll("/+$", ""));
        } catch (URISyntaxException e) {
            throw refused("is no address at all");
        }
    }

    /** The address itself is not repeated: people paste keys into the wrong setting. */
    private static FailureAnalyzedException refused(String why) {
        return new FailureAnalyzedException(
                "The base address of Eiger (EIGER_BASE_URL, nordwand.eiger.base-url) " + why + ".",
                "Leave it out to use https://www.eiger.io/api/v3, or, for an address that is neither https://www. nor"
                        + " loopback or private, set nordwand.eiger.allow-any-base-url=true.");
    }
}
