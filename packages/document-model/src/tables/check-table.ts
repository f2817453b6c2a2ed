import type { Cell } from "../parsed-document";
import { doubtfulSums } from "./check-sums";
import type { DecimalSign } from "./parse-number";
import { byColumn, withNumbers } from "./table-numbers";

/** `usual` is the decimal sign of the file, which decides where no number of the table proves its sign. */
type Conditions = {
  isRecognised: boolean;
  language?: string | undefined;
  usual?: DecimalSign | undefined;
};

/**
 * Returns the cells of a table with `number` if their text is a number. A total with a wrong digit gets a `doubt`. On pages from OCR, so does
 * a letter in a column of numbers. Order and everything else stay as they are.
 */
export function checkTable(cells: Cell[], { isRecognised, language, usual }: Conditions): Cell[] {
  const { cells: numbered, signs } = withNumbers(cells, { language, usual });
  const doubts = doubtfulSums(numbered, signs);
  if (isRecognised) for (const [cell, doubt] of doubtfulLetters(numbered)) doubts.set(cell, doubt);
  if (doubts.size === 0) return numbered;
  return numbered.map((cell) => {
    const doubt = cell.doubt ?? doubts.get(cell);
    return doubt === undefined ? cell : { ...cell, doubt };
  });
}

const lookalikes: Record<string, string> = {
  O: "0",
  o: "0",
  Q: "0",
  D: "0",
  I: "1",
  l: "1",
  i: "1",
  "|": "1",
  "!": "1",
  Z: "2",
  S: "5",
  s: "5",
  B: "8",
};

/** A figure in which some digits were read as the letters that look like them. */
function doubtfulLetters(cells: Cell[]): Map<Cell, string> {
  const doubts = new Map<Cell, string>();
  for (const own of byColumn(cells).values()) {
    const filled = own.filter(({ isHeader, text }) => !isHeader && text.trim() !== "");
    const numbers = filled.filter(({ number }) => number !== undefined).length;
    if (numbers < 3 || numbers < 0.7 * filled.length) continue;
    for (const cell of filled) {
      const text = cell.text.trim();
      if (
        cell.number !== undefined ||
        !/^[\dOoQDIil|!ZSsB.,\s€$£%()-]+$/.test(text) ||
        !/\d/.test(text)
      )
        continue;
      const meant = text.replace(/[OoQDIil|!ZSsB]/g, (letter) => lookalikes[letter] ?? letter);
      if (meant !== text) doubts.set(cell, `The column holds numbers: "${text}" may be ${meant}.`);
    }
  }
  return doubts;
}
