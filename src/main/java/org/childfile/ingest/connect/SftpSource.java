package org.childfile.ingest.connect;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.apache.camel.Exchange;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.connector.PullFailed;
import org.jspecify.annotations.Nullable;

/**
 * Reads a feed's file from an SFTP server: {@code sftp://user@host:port/directory}. The feed's name in upper case, with
 * {@code _} for {@code -}, names its variables: {@code FEED_SFTP_PASSWORD} or {@code FEED_SFTP_KEY_FILE}, and
 * {@code FEED_SFTP_HOST_KEY}, the fingerprint ({@code SHA256:…}) without which no server is trusted.
 */
final class SftpSource {

    private static final int DEFAULT_PORT = 22;

    private SftpSource() {}

    static void read(
            URI server,
            ReachableHosts hosts,
            Map<String, String> environment,
            Connector connector,
            Exchange exchange,
            Taking taking)
            throws IOException {
        String prefix = connector.feed().toUpperCase(java.util.Locale.ROOT).replace('-', '_') + "_SFTP_";
        String fingerprint = environment.getOrDefault(prefix + "HOST_KEY", "");
        if (fingerprint.isBlank()) {
            throw new PullFailed(
                    PullFailed.Reason.NOT_CONFIGURED,
                    connector.file() + ": " + prefix
                            + "HOST_KEY is not set (the server's fingerprint, SHA256:…). Set it and run again.");
        }
        Duration timeout = connector.limits().connectTimeout();
        AtomicReference<@Nullable String> unknown = new AtomicReference<>();
        try (SshClient client = SshClient.setUpDefaultClient()) {
            client.setServerKeyVerifier((session, address, key) -> {
                boolean known = fingerprint.equals(KeyUtils.getFingerPrint(key));
                unknown.set(known ? null : KeyUtils.getFingerPrint(key));
                return known;
            });
            client.start();
            int port = server.getPort() < 0 ? DEFAULT_PORT : server.getPort();
            try (ClientSession session = client.connect(
                            server.getUserInfo(), new InetSocketAddress(hosts.resolve(server.getHost())[0], port))
                    .verify(timeout)
                    .getSession()) {
                Optional.ofNullable(environment.get(prefix + "PASSWORD")).ifPresent(session::addPasswordIdentity);
                Optional.ofNullable(environment.get(prefix + "KEY_FILE"))
                        .ifPresent(file -> session.setKeyIdentityProvider(new FileKeyPairProvider(Path.of(file))));
                session.auth().verify(timeout);
                try (SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
                    fetch(sftp, server.getPath(), connector, exchange, taking);
                }
            }
        } catch (SshException e) {
            throw refused(e, unknown.get(), prefix + "HOST_KEY");
        }
    }

    /** Asking again mends neither a server that is another one nor a login that it refuses, and may lock the user out. */
    private static IOException refused(SshException failure, @Nullable String unknownKey, String variable) {
        if (unknownKey != null) {
            throw new PullFailed(
                    PullFailed.Reason.UNKNOWN_SERVER,
                    "the server's key is " + unknownKey + ", not the one that " + variable + " names",
                    -1,
                    failure);
        }
        if (failure.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE) {
            throw new PullFailed(
                    PullFailed.Reason.REFUSED_LOGIN, "the server refused the user or the password or key", -1, failure);
        }
        return failure;
    }

    /** The session ends with this method, so the body is taken in here. */
    private static void fetch(SftpClient sftp, String directory, Connector connector, Exchange exchange, Taking taking)
            throws IOException {
        ServerFiles folder = new ServerFiles(sftp, directory);
        WholeFile file = WholeFile.choose(
                folder,
                Attempt.path(exchange).replaceFirst("^/+", ""),
                exchange.getProperty(Attempt.PATTERN, String.class),
                connector.whole(),
                false);
        exchange.getIn().setHeader(Exchange.FILE_NAME, file.name());
        taking.take(folder, file);
    }

    /** Takes a chosen file in. */
    interface Taking {
        void take(Folder folder, WholeFile file) throws IOException;
    }

    /** A directory of the server. */
    private record ServerFiles(SftpClient sftp, String directory) implements Folder {
        @Override
        public List<String> names() throws IOException {
            return StreamSupport.stream(sftp.readDir(directory).spliterator(), false)
                    .map(SftpClient.DirEntry::getFilename)
                    .filter(RequestAddress::plainName)
                    .toList();
        }

        @Override
        public @Nullable Stamp stamp(String name) throws IOException {
            try {
                SftpClient.Attributes attributes = sftp.stat(directory + "/" + name);
                long modified = attributes.getModifyTime() == null
                        ? System.currentTimeMillis()
                        : attributes.getModifyTime().toMillis();
                return attributes.isRegularFile() ? new Stamp(attributes.getSize(), modified) : null;
            } catch (SftpException e) {
                if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                    return null;
                }
                throw e;
            }
        }

        @Override
        public InputStream open(String name) throws IOException {
            return sftp.read(directory + "/" + name);
        }
    }
}
