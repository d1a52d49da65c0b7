package io.github.tumorbench.lab.dataset.fetch;

import java.net.URI;

/**
 * A file on a server.
 *
 * @param size in bytes, 0 where not known
 * @param md5 in lower-case hexadecimal digits, null where not known
 */
record RemoteFile(String name, URI address, long size, String md5) {}
