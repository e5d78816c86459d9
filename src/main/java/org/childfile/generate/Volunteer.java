package org.childfile.generate;

/**
 * A real volunteer.
 *
 * @param number her 编号 in the listing of her village
 * @param leaves whether she leaves her post between the nights
 */
record Volunteer(int index, String number, Town.Village village, boolean leaves) {}
