package io.nordwand.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Nordwand keeps what must outlive it.
 *
 * @param dataDir folder of the embedded database; made when it is not there
 */
@ConfigurationProperties("nordwand")
record DataProperties(@DefaultValue("./data") String dataDir) {

    /** The folder, absolute, so that sentences about it help. */
    Path folder() {
        return Path.of(dataDir).toAbsolutePath().normalize();
    }
}
