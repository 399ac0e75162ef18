package io.nordwand.eiger;

import org.jspecify.annotations.Nullable;

/** Finds out from the bytes themselves what kind of picture they are; what a server calls them is not believed. */
enum ImageType {
    PNG("image/png", 0, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a),
    JPEG("image/jpeg", 0, 0xff, 0xd8, 0xff),
    GIF("image/gif", 0, 'G', 'I', 'F', '8'),
    WEBP("image/webp", 8, 'W', 'E', 'B', 'P');

    private final String mediaType;
    private final int offset;
    private final int[] magic;

    ImageType(String mediaType, int offset, int... magic) {
        this.mediaType = mediaType;
        this.offset = offset;
        this.magic = magic;
    }

    /** The media type, or null when it is no picture that browsers may be given. */
    static @Nullable String of(byte[] bytes) {
        for (ImageType type : values()) {
            if (type.matches(bytes)) {
                return type.mediaType;
            }
        }
        return null;
    }

    private boolean matches(byte[] bytes) {
        if (bytes.length < offset + magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[offset + i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return this != WEBP || (bytes[0] == 'R' && bytes[1] == 'I' && bytes[2] == 'F' && bytes[3] == 'F');
    }
}
