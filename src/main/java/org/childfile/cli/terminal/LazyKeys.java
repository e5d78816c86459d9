package org.childfile.cli.terminal;

import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.privacy.SealedTexts;

/** Opens what lies sealed in texts; the keys are opened only when a sealed text really stands in one. */
record LazyKeys(Source source) implements UnaryOperator<String> {

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
        try {
            return source.open().texts().clear(text);
        } catch (SQLException e) {
            throw new IllegalStateException("the keys of the warehouse cannot be read", e);
        }
    }
}
