package io.nordwand.eiger.wire;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** A signed link. Whoever has it can fetch what it leads to, so it never shows its text, in logs neither (field note 54). */
public final class Link {

    private final String text;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Link(String text) {
        this.text = text;
    }

    /** The address, or null when it is none. */
    public @Nullable URI uri() {
        try {
            URI uri = new URI(text.strip());
            return uri.getHost() == null ? null : uri;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return "Link[hidden]";
    }
}
