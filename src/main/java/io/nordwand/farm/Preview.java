package io.nordwand.farm;

/**
 * A checked picture of a build.
 *
 * @param mediaType image type found in the bytes themselves, for example {@code image/png}
 * @param bytes the picture; not copied, do not change
 */
@SuppressWarnings("ArrayRecordComponent")
public record Preview(String mediaType, byte[] bytes) {}
