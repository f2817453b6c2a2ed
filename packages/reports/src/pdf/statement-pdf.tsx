/** @jsxRuntime automatic */
import { Document, Page, renderToBuffer, Text, View } from "@react-pdf/renderer";

import type { Statement } from "../statement";
import { registerFonts } from "./fonts";
import { faint, styles } from "./styles";

const widths = ["40%", "18%", "24%", "18%"];

/** Returns an invoice as PDF on A4. `fonts` is the folder of Carlito. */
export async function statementPdf(statement: Statement, fonts: string): Promise<Uint8Array> {
  registerFonts(fonts);
  const { title, about, facts, columns, rows, total, note } = statement;
  const file = await renderToBuffer(
    <Document title={title} subject={about} producer="BeSunny">
      <Page size="A4" style={styles.page}>
        <Text style={styles.title}>{title}</Text>
        <Text style={styles.about}>{about}</Text>
        <View style={styles.facts}>
          {facts.map(([label, value]) => (
            <View key={label} style={styles.fact}>
              <Text style={styles.label}>{label}</Text>
              <Text>{value}</Text>
            </View>
          ))}
        </View>
        <Row cells={columns} isSmall />
        {rows.map(({ cells, isPart }, place) => (
          <Row key={place} cells={cells} isSmall={isPart} />
        ))}
        <Row cells={[total[0], "", "", total[1]]} />
        <Text style={styles.small}>{note}</Text>
        <View style={styles.foot} fixed>
          <Text>{title}</Text>
          <Text render={({ pageNumber, totalPages }) => `${pageNumber} / ${totalPages}`} />
        </View>
      </Page>
    </Document>,
  );
  return new Uint8Array(file);
}

function Row({ cells, isSmall = false }: { cells: readonly string[]; isSmall?: boolean }) {
  return (
    <View
      wrap={false}
      style={{
        flexDirection: "row",
        paddingVertical: isSmall ? 2 : 5,
        borderTopWidth: isSmall ? 0 : 0.5,
        borderTopColor: faint,
      }}
    >
      {cells.map((cell, place) => (
        <Text
          key={place}
          style={{
            ...(isSmall && styles.small),
            width: widths[place] ?? "20%",
            textAlign: place === 0 ? "left" : "right",
          }}
        >
          {cell}
        </Text>
      ))}
    </View>
  );
}
