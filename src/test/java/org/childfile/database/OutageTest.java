package org.childfile.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class OutageTest {

    @Test
    void aDatabaseThatIsGoneIsToldFromAStatementThatItRefuses() {
        assertThat(Outage.is(new CannotCreateTransactionException(
                        "no connection", new SQLTransientConnectionException("not within 10000 ms"))))
                .isTrue();
        assertThat(Outage.is(new TransactionSystemException("commit failed", new SQLException("killed", "57P01"))))
                .isTrue();
        assertThat(Outage.is(new IllegalStateException(new SQLException("closed", "08003"))))
                .isTrue();
        assertThat(Outage.is(new DuplicateKeyException("twice", new SQLException("twice", "23505"))))
                .isFalse();
        assertThat(Outage.is(new IllegalStateException("a mistake of our own"))).isFalse();
        assertThat(Outage.is(new SQLException("without a state"))).isFalse();
        assertThat(Outage.isFullDisk(new IllegalStateException(new SQLException("no space left", "53100"))))
                .isTrue();
        assertThat(Outage.isFullDisk(new SQLException("too many connections", "53300")))
                .isFalse();
        assertThat(Outage.isFullDisk(new UncheckedIOException(
                        "the audit key cannot be kept",
                        new FileSystemException("key", null, "No space left on device"))))
                .isTrue();
        assertThat(Outage.isFullDisk(new IOException("Permission denied"))).isFalse();
    }
}
