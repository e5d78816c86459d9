package org.childfile.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Why a step failed, where an operator can mend it by room or memory. */
class FailureCauseTest {

    @Test
    void aFullDiskIsSaidInWords() {
        assertThat(FailureCause.of(new IllegalStateException(new SQLException("could not extend file", "53100"))))
                .isEqualTo("the disk of the database is full (SQLSTATE 53100)");
    }

    @Test
    void aHeapThatIsTooSmallIsSaidWithWhatMakesItLarger() {
        assertThat(FailureCause.of(new IllegalStateException(new OutOfMemoryError("Java heap space"))))
                .matches("the memory of the program is too small: set CHILDFILE_HEAP to more than [0-9]+m");
    }
}
