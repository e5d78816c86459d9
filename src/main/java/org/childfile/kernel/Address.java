package org.childfile.kernel;

/**
 * An address of Chongqing taken apart; every part may be empty.
 *
 * @param asGiven the text of the feed, unchanged
 * @param districtCode 6 digits, today's code also for a former name (开县 is 500154)
 * @param townshipCode 9 digits
 * @param village a village with 村 or a community with 社区 at its end, such as {@code 青龙村}; committees are not told
 *     from the places that they serve
 * @param group the group of a village: its number in digits ({@code 3} for 三组, 3社, 第三村民小组), else its name
 * @param rest what is left, such as {@code 12号}, without blanks, in half width
 */
public record Address(
        String asGiven, String districtCode, String townshipCode, String village, String group, String rest) {

    public static Address parse(String raw) {
        return new AddressReader(raw).read();
    }
}
