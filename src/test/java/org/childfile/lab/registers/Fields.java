package org.childfile.lab.registers;

import java.util.Map;

/** One record as it was read back; a field that is not there is empty. */
record Fields(Map<String, String> values) {

    String get(String name) {
        return values.getOrDefault(name, "");
    }
}
