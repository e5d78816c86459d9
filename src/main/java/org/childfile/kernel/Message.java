package org.childfile.kernel;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something to be told to a person, not yet in words: whoever speaks to the person has these in message files.
 *
 * @param key in the message files
 * @param arguments what is put into the words: texts, and messages that stand within this one
 */
public record Message(String key, List<Object> arguments) {

    public Message {
        arguments = List.copyOf(arguments);
    }

    /** A message with what is put into it; what is no message stands as it is written. */
    public static Message of(String key, @Nullable Object... arguments) {
        return new Message(
                key,
                Stream.of(arguments)
                        .map(each -> each instanceof Message ? each : String.valueOf(each))
                        .toList());
    }

    /** For logs: the key and the arguments. */
    @Override
    public String toString() {
        return key + " " + arguments;
    }
}
