package org.childfile.settings;

/**
 * One mistake in a settings file.
 *
 * @param file the file as the user named it
 * @param line counted from 1; 0 where the file as a whole is meant
 * @param message what is wrong and what is allowed
 */
public record Problem(String file, int line, String message) {

    @Override
    public String toString() {
        return line == 0 ? file + ": " + message : file + ":" + line + ": " + message;
    }
}
