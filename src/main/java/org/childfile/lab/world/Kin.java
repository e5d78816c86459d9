package org.childfile.lab.world;

import org.childfile.kernel.Sex;

/** Kinship to the child, with its code of GB/T 4761 and the word that schools write. */
public enum Kin {
    FATHER("51", "父亲", Sex.MALE),
    MOTHER("52", "母亲", Sex.FEMALE),
    PATERNAL_GRANDFATHER("61", "祖父", Sex.MALE),
    PATERNAL_GRANDMOTHER("62", "祖母", Sex.FEMALE),
    MATERNAL_GRANDFATHER("63", "外祖父", Sex.MALE),
    MATERNAL_GRANDMOTHER("64", "外祖母", Sex.FEMALE),
    RELATIVE("97", "其他亲属", Sex.FEMALE);

    public final String code;
    public final String word;
    final Sex sex;

    Kin(String code, String word, Sex sex) {
        this.code = code;
        this.word = word;
        this.sex = sex;
    }
}
