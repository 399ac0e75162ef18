package io.nordwand.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The styles, scripts and fonts that {@code frontend/} built, held in memory. Pages name them by their logical name,
 * {@code /assets/app.js}; browsers get the name with the content's hash, which they may keep for ever. Where the
 * frontend was not built (tests with {@code -Dexec.skip}) there are no assets and names stay as they are.
 */
@Component
public class Assets {

    /** Path prefix of all assets. */
    static final String PREFIX = "/assets/";

    private final Resource manifest;
    private volatile Shelf shelf;

    /** What was read at one time: both maps are by name without the prefix. */
    private record Shelf(long modified, Map<String, String> hashedNames, Map<String, Asset> byHashedName) {}

    @Autowired
    Assets() {
        this(new ClassPathResource("static/assets/manifest.json"));
    }

    /** Assets beside the given manifest. */
    Assets(Resource manifest) {
        this.manifest = manifest;
        this.shelf = read();
    }

    /** The URL to write into a page for {@code /assets/<logical name>}; any other URL is returned as it is. */
    public String url(String url) {
        if (!url.startsWith(PREFIX)) {
            return url;
        }
        String hashed = current().hashedNames().get(url.substring(PREFIX.length()));
        return hashed == null ? url : PREFIX + hashed;
    }

    /** The asset of a name with its hash, or null. */
    @Nullable
    Asset byHashedName(String name) {
        return current().byHashedName().get(name);
    }

    /** The asset of a logical name, or null. */
    @Nullable
    Asset byLogicalName(String name) {
        Shelf current = current();
        String hashed = current.hashedNames().get(name);
        return hashed == null ? null : current.byHashedName().get(hashed);
    }

    /** In a jar nothing changes; beside {@code npm run watch} each build is picked up by the next request. */
    private Shelf current() {
        if (manifest.isFile() && modified() != shelf.modified()) {
            shelf = read();
        }
        return shelf;
    }

    private Shelf read() {
        long modified = modified();
        if (!manifest.exists()) {
            return new Shelf(modified, Map.of(), Map.of());
        }
        try (InputStream in = manifest.getInputStream()) {
            Map<String, String> names = JsonMapper.shared().readValue(in, new TypeReference<>() {});
            Map<String, Asset> assets = new HashMap<>();
            for (String name : names.values()) {
                assets.put(name, Asset.read(manifest.createRelative(name)));
            }
            return new Shelf(modified, Map.copyOf(names), Map.copyOf(assets));
        } catch (IOException e) {
            throw new UncheckedIOException("The built assets cannot be read; build the frontend again", e);
        }
    }

    private long modified() {
        try {
            return manifest.lastModified();
        } catch (IOException e) {
            return 0;
        }
    }
}
