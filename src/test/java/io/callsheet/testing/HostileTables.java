package io.callsheet.testing;

import static io.callsheet.testing.HostileManifests.SHEET;
import static io.callsheet.testing.HostileManifests.STYLES;
import static io.callsheet.testing.HostileManifests.TEXTS;
import static io.callsheet.testing.HostileManifests.gzip;
import static io.callsheet.testing.HostileManifests.repeated;
import static io.callsheet.testing.HostileManifests.text;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.callsheet.testing.HostileManifests.Content;
import java.util.Arrays;
import java.util.List;

/** Manifests that a reader must answer soon, and in little memory. */
public final class HostileTables {
  private static final String HEADER = "character,performance\n";
  private static final String BEGIN =
      "<worksheet><sheetData><row><c t='str'><v>character</v></c>"
          + "<c t='str'><v>performance</v></c></row>";
  private static final String END = "</sheetData></worksheet>";

  private HostileTables() {}

  public static List<HostileFile> files() {
    byte[] sheet = HostileManifests.workbook(text(SHEET), text(TEXTS), text(STYLES));
    byte[] zipped = gzip(text(HEADER + "a.png,b.mp4\n"));
    return List.of(
        file("empty.csv", "", "is empty"),
        file("nothing.csv", "\n\n  \n", "is empty"),
        file("binary.csv", HEADER + "a\0,b\n", "NUL"),
        file("open-quote.csv", HEADER + "\"a,b\n".repeat(9), "a quote is not closed"),
        new HostileFile(
            "one-row.csv.gz", gzip(repeated(HEADER + "\"", "a", 5_000_000, "")), "4,000,000"),
        new HostileFile(
            "many-columns.csv.gz",
            gzip(repeated("character,performance", ",x", 1_000_000, "\na\nb\n")),
            "columns; at most 16,384 fit"),
        new HostileFile("bomb.csv.gz", gzip(repeated(HEADER, "a,b\n", 600_000_000, "")), "expands"),
        new HostileFile(
            "cut.csv.gz", Arrays.copyOf(zipped, zipped.length - 9), "damaged or cut off"),
        new HostileFile("cut.xlsx", Arrays.copyOf(sheet, sheet.length / 2), "damaged workbook"),
        new HostileFile("head.xlsx", Arrays.copyOf(sheet, 9), "damaged workbook"),
        sheet("wide.xlsx", text(BEGIN + "<row><c r='ZZZZ9'><v>1</v></c></row>" + END), "damaged"),
        sheet(
            "cell-bomb.xlsx",
            repeated(BEGIN + "<row><c t='str'><v>", "x", 40_000_000, "</v></c></row>" + END),
            "expands"),
        sheet("deep.xlsx", repeated(BEGIN + "<row><c>", "<a>", 9_000_000, ""), "damaged"),
        sheet(
            "entity.xlsx",
            text(
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
                    + BEGIN
                    + "<row><c t='str'><v>&e;</v></c></row>"
                    + END),
            "damaged"),
        sheet(
            "laughs.xlsx",
            text(
                "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '"
                    + "&a;".repeat(99)
                    + "'><!ENTITY c '"
                    + "&b;".repeat(99)
                    + "'>]>"
                    + BEGIN
                    + "<row><c><v>&c;</v></c></row>"
                    + END),
            "damaged"),
        new HostileFile(
            "texts.xlsx",
            HostileManifests.workbook(
                text(SHEET), repeated("<sst>", "<si/>", 9_000_000, "</sst>"), text(STYLES)),
            "more than 8,000,000 texts"));
  }

  private static HostileFile sheet(String name, Content sheet, String says) {
    return new HostileFile(name, HostileManifests.workbook(sheet, text(TEXTS), text(STYLES)), says);
  }

  private static HostileFile file(String name, String text, String says) {
    return new HostileFile(name, text.getBytes(UTF_8), says);
  }
}
