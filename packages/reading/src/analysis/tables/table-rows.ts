import type { Rule } from "./found-table";
import { headRows } from "./head-rows";
import type { Column } from "./table-columns";
import type { Piece, PiecedLine } from "./table-pieces";
import { middleOf, textOf } from "./text-lines";

/** A row of a table. `ruledBelow` is true for each column with a line below it, and null if no line is drawn. */
export type TableRow = {
  pieces: Piece[];
  top: number;
  bottom: number;
  ruledBelow: boolean[] | null;
};

/** Groups lines into rows: by the lines drawn between them, else by spacing and by text that continues. */
export function rowsOfTable(lines: PiecedLine[], columns: Column[], across: Rule[]): TableRow[] {
  const bands: { lines: PiecedLine[]; ruledBelow: boolean[] | null }[] = [];
  for (const [index, line] of lines.entries()) {
    const last = bands.at(-1);
    if (last && last.ruledBelow === null) last.lines.push(line);
    else bands.push({ lines: [line], ruledBelow: null });
    const next = lines[index + 1];
    const band = bands.at(-1);
    if (next && band) band.ruledBelow = ruledBetween(line, next, columns, across);
  }
  const isRowRuled = areRowsRuled(bands.map((band) => band.lines.length));
  const spacing = spacingOf(bands.map((band) => band.lines));
  const firstValues = lines.findIndex((line) =>
    line.pieces.some((piece) => piece.from > 0 && piece.isValue),
  );
  const firstBody = bands.findIndex((band) => band.lines.some(holdsFigures));
  return bands.flatMap(({ lines: own, ruledBelow }, at) => {
    const isHead = bands.length > 1 && (at === 0 ? firstBody !== 0 : at < Math.min(firstBody, 3));
    const rows =
      isRowRuled && !holdsSeveralRows(own)
        ? [own.flatMap(({ pieces }) => pieces)]
        : isHead
          ? headRows(own)
          : withHead(own, at === 0 ? firstValues : 0, spacing);
    return rows.map((pieces, index) =>
      rowOf(pieces, index === rows.length - 1 ? ruledBelow : null),
    );
  });
}

/** Counts the lines above the first figures. Returns 0 if there are no figures. */
export function headLinesOf(lines: PiecedLine[]): number {
  return Math.max(0, lines.findIndex(holdsFigures));
}

/** Returns true if a line has figures. Years do not count, because years may be heads. */
function holdsFigures({ pieces }: PiecedLine): boolean {
  return pieces.some(
    (piece) => piece.from > 0 && piece.isValue && /\d/.test(textOf(piece.words)) && !isYear(piece),
  );
}

/** Returns true if lines are drawn under every row: most text lines have a rule below, or no part is without rules. */
function areRowsRuled(lengths: number[]): boolean {
  const lines = lengths.reduce((sum, length) => sum + length, 0);
  if (lengths.length >= Math.max(3, 0.4 * lines)) return true;
  return lengths.length >= 4 && Math.max(...lengths) <= 0.4 * lines;
}

function isYear({ words }: Piece): boolean {
  return /^\D{0,3}(19|20)\d\d\D{0,3}$/.test(textOf(words));
}

function withHead(lines: PiecedLine[], firstValues: number, spacing: Spacing): Piece[][] {
  if (firstValues <= 0 || firstValues > 8 || firstValues >= lines.length)
    return grouped(lines, spacing);
  // The line before the first values may be the start of the label of that row.
  let head = firstValues;
  const isLabel = (line: PiecedLine | undefined) =>
    line?.pieces.every(({ to }) => to === 0) ?? false;
  while (head > 0 && isLabel(lines[head - 1])) head -= 1;
  return [...headRows(lines.slice(0, head)), ...grouped(lines.slice(head), spacing)];
}

function rowOf(pieces: Piece[], ruledBelow: boolean[] | null): TableRow {
  const boxes = pieces.flatMap(({ words }) => words.map(({ at }) => at));
  return {
    pieces,
    top: Math.min(...boxes.map(([, y]) => y)),
    bottom: Math.max(...boxes.map(([, y, , height]) => y + height)),
    ruledBelow,
  };
}

function ruledBetween(
  above: PiecedLine,
  below: PiecedLine,
  columns: Column[],
  across: Rule[],
): boolean[] | null {
  const between = across.filter(([, y]) => y > middleOf(above.box) && y < middleOf(below.box));
  if (between.length === 0) return null;
  const ruled = columns.map(({ from, to }) => {
    const covered = between.reduce(
      (sum, [x, , width]) => sum + Math.max(0, Math.min(to, x + width) - Math.max(from, x)),
      0,
    );
    return covered > 0.5 * (to - from);
  });
  return ruled.some(Boolean) ? ruled : null;
}

type Spacing = { tight: number } | null;

/** Returns the spacing of lines inside a row if rows are further apart than lines in a row; else null. */
function spacingOf(bands: PiecedLine[][]): Spacing {
  const pairs = bands.flatMap((lines) =>
    lines.slice(1).flatMap((line, index) => {
      const above = lines[index];
      if (!above) return [];
      const pitch = (middleOf(line.box) - middleOf(above.box)) / Math.max(above.size, 1);
      return pitch > 0.7
        ? [{ pitch, parts: mustPart([above], line) || bothFull(above, line) }]
        : [];
    }),
  );
  if (pairs.length < 3) return null;
  const sorted = pairs.map(({ pitch }) => pitch).sort((a, b) => a - b);
  const small = sorted[Math.floor(sorted.length * 0.15)] ?? 0;
  const tight = small * 1.25;
  const near = pairs.filter(({ pitch }) => pitch <= tight);
  const wide = pairs.length - near.length;
  if (small > 1.7 || wide < 2 || near.length < 1) return null;
  return near.filter(({ parts }) => parts).length <= 0.15 * near.length ? { tight } : null;
}

function bothFull(above: PiecedLine, below: PiecedLine): boolean {
  const isFull = ({ pieces }: PiecedLine) => pieces.length >= 2 && pieces[0]?.from === 0;
  return isFull(above) && isFull(below);
}

/** Returns true if a line must start a new row, because two values in one column are two rows. */
function mustPart(group: PiecedLine[], { pieces }: PiecedLine): boolean {
  const values = group.flatMap((line) => line.pieces.filter((piece) => piece.isValue));
  return pieces.some(
    (piece) =>
      piece.isValue &&
      piece.from > 0 &&
      values.some(({ from, to }) => from <= piece.to && to >= piece.from),
  );
}

function holdsSeveralRows(lines: PiecedLine[]): boolean {
  const counts = new Map<number, number>();
  for (const { pieces } of lines)
    for (const piece of pieces)
      if (piece.isValue && /\d/.test(textOf(piece.words)))
        counts.set(piece.from, (counts.get(piece.from) ?? 0) + 1);
  const several = [...counts].filter(([column, count]) => count >= 2 && column > 0).length;
  return (
    several >= 2 ||
    (several === 1 &&
      lines.length > 3 &&
      [...counts.values()].some((count) => count > 0.8 * lines.length))
  );
}

function grouped(lines: PiecedLine[], spacing: Spacing): Piece[][] {
  const groups: PiecedLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (group && goesOn(group, line, spacing)) group.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => group.flatMap(({ pieces }) => pieces));
}

function goesOn(group: PiecedLine[], line: PiecedLine, spacing: Spacing): boolean {
  const last = group.at(-1);
  if (!last || mustPart(group, line)) return false;
  const pitch = (middleOf(line.box) - middleOf(last.box)) / Math.max(last.size, 1);
  // Lines closer than normal line spacing are beside each other, such as a label in the middle of its rows.
  if (pitch < 0.6 || (pitch < 0.9 && !sharesColumn(group, line))) return true;
  if (isSpanning(line) || isSpanning(last)) return false;
  if (spacing) return pitch <= spacing.tight;
  if (pitch > 2) return false;
  const above = new Set(group.flatMap(({ pieces }) => pieces.map(({ from }) => from)));
  const first = line.pieces[0];
  const isLabelOnly = above.size === 1 && above.has(0);
  if (first?.from !== 0)
    return (
      !isLabelOnly &&
      !line.pieces.some((piece) => piece.isValue) &&
      line.pieces.every(({ from }) => above.has(from))
    );
  const isLone = isLabelOnly || line.pieces.length === 1;
  return above.has(0) && (startsInside(first) || (isLone && endsOpen(group)));
}

function sharesColumn(group: PiecedLine[], { pieces }: PiecedLine): boolean {
  return group.some((line) =>
    line.pieces.some(({ from, to }) =>
      pieces.some((piece) => piece.from <= to && piece.to >= from),
    ),
  );
}

function isSpanning({ pieces }: PiecedLine): boolean {
  return pieces.length === 1 && pieces.some(({ from, to }) => to > from);
}

function startsInside({ words }: Piece): boolean {
  return (
    /^[\p{Ll}(&]/u.test(words[0]?.text ?? "") &&
    !/^\(?[a-z0-9ivx]{1,3}[).]/.test(words[0]?.text ?? "")
  );
}

function endsOpen(group: PiecedLine[]): boolean {
  const label = group.at(-1)?.pieces[0];
  const text = label ? textOf(label.words) : "";
  return /[,&–-]$/.test(text) || linkingWord.test(text);
}

/** Words that do not end a text, in the languages of Europe. Single letters count only in lower case. */
const linkingWord =
  /(?<![\p{L}\p{M}])([Aa]nd|AND|[Oo]r|OR|[Oo]f|OF|the|THE|for|FOR|in|IN|to|TO|by|BY|with|WITH|on|ON|from|FROM|et|ET|ou|de|DE|des|DES|du|DU|la|LA|les|und|UND|oder|der|die|von|für|mit|y|e|del|di|van|het|og|och|и|или|для|в|на)$/u;
