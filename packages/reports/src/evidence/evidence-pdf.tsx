/** @jsxRuntime automatic */
import { Document, Page, renderToBuffer, Text, View } from "@react-pdf/renderer";

import { registerFonts } from "../pdf/fonts";
import { styles } from "../pdf/styles";
import type { EvidencePart } from "./evidence-part";

/** The rows of a part that the PDF shows; its table has all of them. */
const MOST_ROWS = 60;

/** Returns an evidence pack as PDF on A4. `fonts` is the folder of Carlito. */
export async function evidencePdf(
  { about, at, parts }: { about: string; at: Date; parts: readonly EvidencePart[] },
  fonts: string,
): Promise<Uint8Array> {
  registerFonts(fonts);
  const file = await renderToBuffer(
    <Document title="Evidence" subject={about} producer="BeSunny" creationDate={at}>
      <Page size="A4" style={styles.page}>
        <Text style={styles.title}>Evidence</Text>
        <Text style={styles.about}>
          {about}, {at.toISOString()}
        </Text>
        {parts.map((part) => (
          <Part key={part.name} part={part} />
        ))}
        <View style={styles.foot} fixed>
          <Text>Evidence</Text>
          <Text render={({ pageNumber, totalPages }) => `${pageNumber} / ${totalPages}`} />
        </View>
      </Page>
    </Document>,
  );
  return new Uint8Array(file);
}

function Part({ part }: { part: EvidencePart }) {
  const { title, controls, query, at, note, columns, rows } = part;
  return (
    <View style={styles.tile}>
      <Text style={styles.tileTitle}>{title}</Text>
      <Text style={styles.small}>{controls.join(", ")}</Text>
      <Text style={styles.small}>
        {query}, read at {at}: {rows.length} rows
      </Text>
      {note && <Text>{note}</Text>}
      {[columns, ...rows.slice(0, MOST_ROWS)].map((cells, row) => (
        <View key={`row ${row + 1}`} style={styles.row} wrap={false}>
          {cells.map((cell, column) => (
            <Text key={columns[column] ?? column} style={styles.cell}>
              {cell.slice(0, 200)}
            </Text>
          ))}
        </View>
      ))}
      {rows.length > MOST_ROWS && (
        <Text style={styles.small}>
          {rows.length - MOST_ROWS} more rows are in {part.name}.csv
        </Text>
      )}
    </View>
  );
}
