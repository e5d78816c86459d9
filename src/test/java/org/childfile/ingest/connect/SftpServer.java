package org.childfile.ingest.connect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A real SFTP server of this process, whose user {@code feeds} sees one directory. */
public final class SftpServer implements AutoCloseable {

    static final String PASSWORD = "correct horse";

    private final SshServer server = SshServer.setUpDefaultServer();
    private final KeyPair hostKey = keyPair();
    private final AtomicInteger logins = new AtomicInteger();

    /** Serves a directory as {@code /}. */
    public SftpServer(Path directory) {
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPasswordAuthenticator((user, password, session) -> {
            logins.incrementAndGet();
            return user.equals("feeds") && password.equals(PASSWORD);
        });
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(directory));
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static KeyPair keyPair() {
        try {
            return KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets this key in, and no other. */
    void trust(KeyPair key) {
        server.setPublickeyAuthenticator(
                (user, offered, session) -> user.equals("feeds") && KeyUtils.compareKeys(offered, key.getPublic()));
    }

    /** Such as {@code sftp://feeds@127.0.0.1:40022/out}. */
    public String url(String directory) {
        return "sftp://feeds@127.0.0.1:" + server.getPort() + directory;
    }

    /** {@code SHA256:…} of the server's key. */
    public String fingerprint() {
        return KeyUtils.getFingerPrint(hostKey.getPublic());
    }

    /** What the password is. */
    public String password() {
        return PASSWORD;
    }

    /** How many passwords were offered so far. */
    int logins() {
        return logins.get();
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
