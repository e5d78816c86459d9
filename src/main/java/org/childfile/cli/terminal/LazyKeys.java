package org.childfile.cli.terminal;

import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.privacy.SealedTexts;
import org.jspecify.annotations.Nullable;

/** Opens what lies sealed in texts; the keys are opened once, and only when a sealed text really stands in one. */
final class LazyKeys implements UnaryOperator<String> {

    private final Source source;
    private @Nullable Keyring keys;

    LazyKeys(Source source) {
        this.source = source;
    }

    /** Where the keys come from. */
    @FunctionalInterface
    interface Source {
        Keyring open() throws SQLException;
    }

    @Override
    public String apply(String text) {
        if (!SealedTexts.stand(text)) {
            return text;
        }
        if (keys == null) {
            try {
                keys = source.open();
            } catch (SQLException e) {
                throw new IllegalStateException("the keys of the warehouse cannot be read", e);
            }
        }
        return keys.texts().clear(text);
    }
}
