package org.childfile.lab.world;

/**
 * A real volunteer.
 *
 * @param number her 编号 in the listing of her village
 * @param leaves whether she leaves her post between the nights
 */
public record Volunteer(int index, String number, Town.Village village, boolean leaves) {}
