package org.childfile.cli.care;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.childfile.access.privacy.Masking;
import org.childfile.care.duties.Digest;
import org.childfile.care.duties.DigestCall;
import org.childfile.care.duties.DigestCheck;
import org.childfile.care.duties.DigestItem;
import org.childfile.cli.terminal.BothLanguages;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.GuardedCsv;
import org.childfile.storage.PrivateFiles;

/** A digest as a page to print, a table for a spreadsheet, and JSON for a program; each file is named by its scope. */
public final class DigestFiles {

    private static final List<String> COLUMNS = List.of(
            "pairing", "volunteer", "child", "division", "last-contact", "silent-days", "silent", "missed", "due");

    private final BothLanguages words = new BothLanguages();
    private final Path directory;

    public DigestFiles(Path directory) {
        this.directory = directory;
    }

    /** Writes digests, recorded before they are there, and gives them as they were written. */
    public List<Digest> write(List<Digest> digests, CliDoor door, boolean reveal) {
        List<Digest> shown = reveal ? digests : masked(digests);
        record(digests, door, "digest", CliDoor.detail(reveal));
        try {
            PrivateFiles.folder(directory);
            for (Digest digest : shown) {
                write(digest);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " cannot be written: " + e.getMessage(), e);
        }
        return shown;
    }

    static List<Digest> masked(List<Digest> digests) {
        return digests.stream().map(digest -> digest.named(Masking::name)).toList();
    }

    /** Records whose digests are about to be shown. */
    static void record(List<Digest> digests, CliDoor door, String action, String detail) {
        door.record(
                action,
                digests.stream()
                        .flatMap(digest -> Stream.of(
                                        digest.items().stream().map(DigestItem::childId),
                                        digest.calls().stream().map(DigestCall::childId),
                                        digest.checks().stream().map(DigestCheck::volunteerId))
                                .flatMap(ids -> ids))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                List.of("name", "last_contact", "due", "missed", "problem", "background_check_on"),
                detail);
    }

    private void write(Digest digest) throws IOException {
        String name = "digest-" + digest.scope();
        PrivateFiles.write(directory.resolve(name + ".html"), new DigestPage().of(digest));
        PrivateFiles.write(directory.resolve(name + ".json"), digest.json());
        GuardedCsv.write(
                directory.resolve(name + ".csv"),
                COLUMNS.stream()
                        .map(column -> words.title("digest.column." + column))
                        .toList(),
                digest.items().stream().map(this::cells).toList());
        extra(
                directory.resolve(name + "-calls.csv"),
                DigestPage.CALL_COLUMNS,
                digest.calls().stream().map(this::cells).toList());
        extra(
                directory.resolve(name + "-checks.csv"),
                DigestPage.CHECK_COLUMNS,
                digest.checks().stream().map(this::cells).toList());
    }

    /** A table of what waits for somebody; none where nothing does. */
    private void extra(Path file, List<String> columns, List<List<String>> rows) throws IOException {
        if (rows.isEmpty()) {
            Files.deleteIfExists(file);
        } else {
            GuardedCsv.write(
                    file,
                    columns.stream()
                            .map(column -> words.title("digest.column." + column))
                            .toList(),
                    rows);
        }
    }

    private List<String> cells(DigestCheck check) {
        return List.of(
                check.volunteerName() == null ? "" : check.volunteerName(),
                check.division() == null ? "" : DigestPage.place(check.division()),
                words.zh("check.state." + check.state()),
                check.checkedOn() == null ? "" : check.checkedOn(),
                Integer.toString(check.paired()));
    }

    private List<String> cells(DigestCall call) {
        return List.of(
                DigestPage.kind(call, words),
                call.childName() == null ? "" : call.childName(),
                call.division() == null ? "" : DigestPage.place(call.division()),
                call.day(),
                Integer.toString(call.overdue()),
                call.wakeupId());
    }

    private List<String> cells(DigestItem item) {
        return Stream.of(
                        item.pairingId(),
                        item.volunteerName(),
                        item.childName(),
                        DigestPage.place(item.division()),
                        DigestPage.day(item.lastContact()),
                        item.silentDays(),
                        words.zh(item.silent() ? "digest.yes" : "digest.no"),
                        String.join("；", DigestPage.missed(item, words)),
                        String.join("；", DigestPage.due(item, words)))
                .map(cell -> cell == null ? "" : cell.toString())
                .toList();
    }
}
