/** @jsxRuntime automatic */
import { Text, View } from "@react-pdf/renderer";

import { changeText, figureText, momentText, unitWord } from "../figure-text";
import { type FlatRow, flatRows, notesOf } from "../flat-rows";
import type { ReportAnswer, ReportTile } from "../report-document";
import { ChartDrawing } from "./chart-drawing";
import { styles } from "./styles";

/** More rows of a tile are in the other formats. */
const MOST_ROWS = 90;
const COLUMNS = 3;

/** A figure with its definition, its chart and the table of its parts. */
export function TileBlock({ tile, timeZone }: { tile: ReportTile; timeZone: string }) {
  const notes = notesOf(tile);
  return (
    <View style={styles.tile}>
      <View wrap={false} minPresenceAhead={60}>
        <Text style={styles.tileTitle}>{tile.title}</Text>
        <Text style={styles.small}>{tile.definition}</Text>
        {"answer" in tile && <Whole answer={tile.answer} timeZone={timeZone} />}
        {notes.map((note) => (
          <Text key={note} style={styles.small}>
            {note}
          </Text>
        ))}
        {"answer" in tile &&
          (tile.kind === "line" || tile.kind === "bars" || tile.kind === "stacked") && (
            <ChartDrawing
              title={tile.title}
              kind={tile.kind}
              answer={tile.answer}
              timeZone={timeZone}
            />
          )}
      </View>
      {"answer" in tile && <Parts answer={tile.answer} timeZone={timeZone} />}
    </View>
  );
}

function Whole({ answer, timeZone }: { answer: ReportAnswer; timeZone: string }) {
  const { total, unit, before, asOf } = answer;
  const change = before && changeText(total, before.total);
  return (
    <View>
      <Text style={styles.number}>{`${figureText(total, unit)} ${unitWord(unit)}`.trim()}</Text>
      {before && (
        <Text style={styles.small}>
          {`Before (${momentText(before.from, timeZone)} to ${momentText(before.to, timeZone)}): ${figureText(before.total, unit)}${change ? `, ${change}` : ""}`}
        </Text>
      )}
      <Text style={styles.small}>{`As of ${momentText(asOf, timeZone)}`}</Text>
    </View>
  );
}

function Parts({ answer, timeZone }: { answer: ReportAnswer; timeZone: string }) {
  const parts = flatRows(answer, timeZone).slice(1);
  if (parts.length === 0) return null;
  const shown = parts.slice(0, MOST_ROWS);
  const columns = answer.breakOuts.length > 1 ? 2 : COLUMNS;
  const height = Math.ceil(shown.length / columns);
  return (
    <View>
      <View style={styles.table}>
        {Array.from({ length: columns }, (_, column) => (
          <View key={column} style={styles.column}>
            {shown.slice(column * height, (column + 1) * height).map((row) => (
              <PartRow key={`${row.part} ${row.groups.join("/")}`} row={row} unit={answer.unit} />
            ))}
          </View>
        ))}
      </View>
      {parts.length > shown.length && (
        <Text style={styles.small}>
          {`${parts.length - shown.length} more are in the CSV and the workbook.`}
        </Text>
      )}
    </View>
  );
}

function PartRow({ row, unit }: { row: FlatRow; unit: string }) {
  return (
    <View style={styles.row} wrap={false}>
      <Text style={styles.cell}>{[row.part, ...row.groups].filter(Boolean).join(", ")}</Text>
      <Text style={styles.amount}>{figureText(row.value, unit)}</Text>
    </View>
  );
}
