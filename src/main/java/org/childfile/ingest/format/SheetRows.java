package org.childfile.ingest.format;

import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.childfile.kernel.SpreadsheetErrors;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one sheet, each when it is asked for. Rows and columns that are hidden or filtered are data, too. */
final class SheetRows {

    private static final int FIRST_SERIAL = 61;
    private static final int LAST_SERIAL = 2_958_465;
    private static final int CERTAIN_DIGITS = 15;
    private static final int SECONDS_A_DAY = 86_400;
    private static final LocalDate ZERO_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate ZERO_1904 = LocalDate.of(1904, 1, 1);

    private final XMLStreamReader xml;
    private final WorkbookParts parts;
    private int number;

    SheetRows(InputStream in, WorkbookParts parts) throws XMLStreamException {
        this.xml = XmlRecord.factory().createXMLStreamReader(in);
        this.parts = parts;
    }

    /**
     * A row.
     *
     * @param number from 1
     * @param cells by column from 0; empty ones are absent
     */
    record Row(int number, TreeMap<Integer, Cell> cells) {}

    /** A cell: its text, or the spreadsheet's word for why it has none. */
    record Cell(String text, boolean failed) {}

    /** The next row; null behind the last one. */
    @Nullable
    Row next() throws XMLStreamException {
        while (xml.hasNext()) {
            xml.next();
            if (xml.isStartElement() && xml.getLocalName().equals("row")) {
                return row();
            }
        }
        return null;
    }

    private Row row() throws XMLStreamException {
        String told = xml.getAttributeValue(null, "r");
        number = told == null ? number + 1 : Integer.parseInt(told);
        TreeMap<Integer, Cell> cells = new TreeMap<>();
        int column = -1;
        while (true) {
            xml.next();
            if (xml.isStartElement() && xml.getLocalName().equals("c")) {
                String address = xml.getAttributeValue(null, "r");
                column = address == null ? column + 1 : CellArea.column(address);
                Cell cell = cell();
                if (cell != null) {
                    cells.put(column, cell);
                }
            } else if (xml.isEndElement() && xml.getLocalName().equals("row")) {
                return new Row(number, cells);
            }
        }
    }

    private @Nullable Cell cell() throws XMLStreamException {
        String type = String.valueOf(xml.getAttributeValue(null, "t"));
        String style = xml.getAttributeValue(null, "s");
        boolean formula = false;
        String value = null;
        String inline = null;
        while (true) {
            xml.next();
            if (xml.isStartElement()) {
                switch (xml.getLocalName()) {
                    case "f" -> {
                        formula = true;
                        xml.getElementText();
                    }
                    case "v" -> value = xml.getElementText();
                    case "is" -> inline = WorkbookParts.richText(xml);
                    default -> {}
                }
            } else if (xml.isEndElement() && xml.getLocalName().equals("c")) {
                break;
            }
        }
        if (inline != null) {
            return text(inline);
        }
        if (value == null || value.isEmpty() && !type.equals("str")) {
            return formula ? new Cell("a formula without a value", true) : null;
        }
        return switch (type) {
            case "e" -> new Cell(value, true);
            case "s" -> text(parts.texts().get(Integer.parseInt(value.strip())));
            case "str", "d", "b" -> text(value);
            default -> new Cell(number(value, style), false);
        };
    }

    private static Cell text(String text) {
        return new Cell(text, SpreadsheetErrors.is(text));
    }

    /** A day where the format makes one of the number; else its digits, as far as a spreadsheet keeps them. */
    private String number(String value, @Nullable String style) {
        BigDecimal number = new BigDecimal(value.strip());
        NumberFormat format =
                style == null || Integer.parseInt(style) >= parts.formats().size()
                        ? NumberFormat.PLAIN
                        : parts.formats().get(Integer.parseInt(style));
        long days = number.setScale(0, RoundingMode.FLOOR).longValue();
        if (format != NumberFormat.PLAIN && days >= FIRST_SERIAL && days <= LAST_SERIAL) {
            LocalDate day = (parts.date1904() ? ZERO_1904 : ZERO_1900).plusDays(days);
            long seconds = number.subtract(BigDecimal.valueOf(days))
                    .multiply(BigDecimal.valueOf(SECONDS_A_DAY))
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValue();
            return format == NumberFormat.DAY || seconds == 0
                    ? day.toString()
                    : day + " " + LocalTime.ofSecondOfDay(Math.min(SECONDS_A_DAY - 1, seconds));
        }
        BigDecimal kept = number.stripTrailingZeros();
        boolean eaten = kept.precision() - kept.scale() > CERTAIN_DIGITS;
        return eaten ? scientific(kept) : number.toPlainString();
    }

    /** A number of more digits than a spreadsheet keeps, as it shows it: what stands behind is not what was typed. */
    private static String scientific(BigDecimal number) {
        BigDecimal kept =
                number.round(new MathContext(CERTAIN_DIGITS, RoundingMode.DOWN)).stripTrailingZeros();
        String digits = kept.unscaledValue().abs().toString();
        String sign = kept.signum() < 0 ? "-" : "";
        return sign + digits.charAt(0) + (digits.length() > 1 ? "." + digits.substring(1) : "") + "E+"
                + (kept.precision() - kept.scale() - 1);
    }
}
