package org.childfile.kernel;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The 56 ethnic groups of GB/T 3304: codes 01–56 and their Chinese names. */
public final class EthnicGroups {

    private static final Map<String, String> NAMES = new HashMap<>();
    private static final Map<String, String> CODES = new HashMap<>();

    static {
        for (String line : Resources.lines(EthnicGroups.class, "ethnic-groups.csv")) {
            String[] cells = line.split(",", -1);
            String code = cells[0];
            String name = cells[1];
            NAMES.put(code, name);
            CODES.put(code, code);
            CODES.put(Integer.toString(Integer.parseInt(code)), code);
            CODES.put(name, code);
            CODES.put(name.substring(0, name.length() - 1), code);
        }
        CODES.put("蒙族", "02");
        CODES.put("维族", "05");
        CODES.put("哈族", "17");
    }

    private EthnicGroups() {}

    /** The code for a code (also {@code 1} for {@code 01}) or a name, with or without 族; empty for anything else. */
    public static Optional<String> code(String codeOrName) {
        String code = CODES.get(codeOrName);
        return Optional.ofNullable(code != null ? code : CODES.get(Terms.plain(codeOrName)));
    }

    /** The name, such as {@code 汉族}; empty for no such code. */
    public static Optional<String> name(String code) {
        return Optional.ofNullable(NAMES.get(code));
    }
}
