/** @jsxRuntime automatic */
import { Document, Page, renderToBuffer, Text, View } from "@react-pdf/renderer";

import { momentText } from "../figure-text";
import type { ReportDocument } from "../report-document";
import { registerFonts } from "./fonts";
import { styles } from "./styles";
import { TileBlock } from "./tile-block";

/** Returns a report as PDF on A4. Its text can be searched, and its figures are those of the answers with all of their digits. `fonts` is the folder of Carlito. */
export async function reportPdf(report: ReportDocument, fonts: string): Promise<Uint8Array> {
  registerFonts(fonts);
  const { title, about, asOf } = report;
  const file = await renderToBuffer(
    <Document title={title} subject={about} producer="BeSunny" creationDate={asOf}>
      <Page size="A4" style={styles.page}>
        <Head report={report} />
        {report.tiles.map((tile, place) => (
          <TileBlock key={place} tile={tile} timeZone={report.timeZone} />
        ))}
        <View style={styles.foot} fixed>
          <Text>{title}</Text>
          <Text render={({ pageNumber, totalPages }) => `${pageNumber} / ${totalPages}`} />
        </View>
      </Page>
    </Document>,
  );
  return new Uint8Array(file);
}

function Head({ report }: { report: ReportDocument }) {
  const { range, timeZone, filters, asOf } = report;
  const facts: [string, string][] = [
    ["Range", `${momentText(range.from, timeZone)} to ${momentText(range.to, timeZone)}`],
    ["Time zone", timeZone],
    ["Filters", filters.length > 0 ? filters.join("; ") : "None"],
    ["As of", momentText(asOf, timeZone)],
  ];
  return (
    <View>
      <Text style={styles.title}>{report.title}</Text>
      <Text style={styles.about}>{report.about}</Text>
      <View style={styles.facts}>
        {facts.map(([label, value]) => (
          <View key={label} style={styles.fact}>
            <Text style={styles.label}>{label}</Text>
            <Text>{value}</Text>
          </View>
        ))}
      </View>
    </View>
  );
}
