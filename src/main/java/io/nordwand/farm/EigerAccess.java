package io.nordwand.farm;

import java.net.URI;

/**
 * Where Eiger is and with which keys it is asked; the keys never leave the server.
 *
 * @param baseUrl base of the API, for example {@code https://www.eiger.io/api/v3}, without a slash at the end
 * @param accessKey Basic user name
 * @param secretKey Basic password
 * @param simulated whether this is the built-in simulated farm
 */
public record EigerAccess(URI baseUrl, String accessKey, String secretKey, boolean simulated) {

    @Override
    public String toString() {
        return "EigerAccess[baseUrl=" + baseUrl + ", simulated=" + simulated + "]";
    }
}
