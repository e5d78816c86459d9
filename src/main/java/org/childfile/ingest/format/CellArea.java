package org.childfile.ingest.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Merged cells: rows from 1, columns from 0, all inclusive. Only the upper left cell has a text. */
record CellArea(int firstRow, int firstColumn, int lastRow, int lastColumn) {

    /** The areas of a sheet that reach over several rows. */
    static List<CellArea> merged(ZipFile zip, String part) throws IOException, XMLStreamException {
        List<CellArea> areas = new ArrayList<>();
        WorkbookParts.elements(zip, part, xml -> {
            if (xml.getLocalName().equals("mergeCell")) {
                String[] corners =
                        String.valueOf(xml.getAttributeValue(null, "ref")).split(":", 2);
                if (corners.length == 2 && row(corners[1]) > row(corners[0])) {
                    areas.add(new CellArea(row(corners[0]), column(corners[0]), row(corners[1]), column(corners[1])));
                }
            }
        });
        return areas;
    }

    boolean below(int row) {
        return row > firstRow && row <= lastRow;
    }

    /** The column of an address such as {@code AB12}, from 0. */
    static int column(String address) {
        int column = 0;
        for (int i = 0; i < address.length() && Character.isLetter(address.charAt(i)); i++) {
            column = column * 26 + Character.toUpperCase(address.charAt(i)) - 'A' + 1;
        }
        return column - 1;
    }

    private static int row(String address) {
        return Integer.parseInt(address.replaceFirst("^\\$?[A-Za-z]+\\$?", ""));
    }
}
