package org.childfile.cli.terminal;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.childfile.kernel.Message;

/** The texts that users see, in Chinese or English. */
public final class Messages {

    private static final String BUNDLE = "org.childfile.cli.messages";
    private final ResourceBundle bundle;

    private Messages(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** Chinese, unless {@code CHILDFILE_LANG} says {@code en}. */
    public static Messages of(Map<String, String> environment) {
        return in("en".equals(environment.get("CHILDFILE_LANG")) ? Locale.ENGLISH : Locale.CHINESE);
    }

    static Messages in(Locale locale) {
        return new Messages(ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    public ResourceBundle bundle() {
        return bundle;
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** The words of a message, and of those within it. */
    public String text(Message message) {
        return text(
                message.key(),
                message.arguments().stream()
                        .map(each -> each instanceof Message within ? text(within) : each)
                        .toArray());
    }

    public String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
    }
}
