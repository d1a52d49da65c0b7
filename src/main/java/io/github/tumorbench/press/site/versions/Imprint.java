package io.github.tumorbench.press.site.versions;

import io.github.tumorbench.study.InputException;
import java.net.URI;
import java.time.LocalDate;

/**
 * What a version carries beside its content: number, date and place.
 *
 * @param date of the release
 * @param address where the site is read, ending in a slash; null where that is not known
 */
public record Imprint(SemanticVersion number, LocalDate date, String address) {
    /** @throws IllegalArgumentException if the address does not end in a slash */
    public Imprint {
        if (address != null && !address.endsWith("/")) {
            throw new IllegalArgumentException("an address of a site ends in a slash: " + address);
        }
    }

    /**
     * With an address as a person types it, with or without a last slash; null for none.
     *
     * @throws InputException if the address is not one of the web
     */
    public static Imprint of(SemanticVersion number, LocalDate date, String address) {
        if (address == null) {
            return new Imprint(number, date, null);
        }
        if (!address.matches("https?://[^\\s\"<>?#]+") || host(address) == null) {
            throw new InputException(
                    "address: expected where the site is read, e.g. https://example.org/tumorbench/, found " + address);
        }
        return new Imprint(number, date, address.endsWith("/") ? address : address + "/");
    }

    private static String host(String address) {
        try {
            return URI.create(address).getHost();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Where this version is read; null where that is not known. */
    String home() {
        return address == null ? null : address + number.folder() + "/";
    }
}
