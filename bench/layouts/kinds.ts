import { drawn, type Layout, type Pen } from "./pen";

type Kind = { draw: (pen: Pen) => void; isWide?: boolean };

/** The kinds of pages, each with its way to draw a page. */
export const kinds: Record<string, Kind> = {
  plain: { draw: (pen) => prose(pen, 60, 60, 475, pen.height - 120) },
  columns_2: { draw: (pen) => columns(pen, 2) },
  columns_3: { draw: (pen) => columns(pen, 3) },
  tiles: { draw: tiles },
  spread: { draw: spread, isWide: true },
  tables_beside: { draw: tablesBeside, isWide: true },
  lists: { draw: lists },
  pairs: { draw: pairs },
  definitions: { draw: definitions },
  slanted_heads: { draw: slantedHeads },
  stamp: { draw: stamp },
  tilted: { draw: tilted },
  skewed: { draw: skewed },
  margin: { draw: margin },
  header_footer: { draw: headerFooter },
};

/** Makes `count` pages, of each kind in turn. */
export async function* layouts(count: number, seed: number): AsyncGenerator<Layout> {
  const all = Object.entries(kinds);
  for (let index = 0; index < count; index++) {
    const [name, { draw, isWide }] = all[index % all.length] ?? ["", { draw: () => {} }];
    yield await drawn(name, seed * 100_003 + index * 7919, draw, isWide);
  }
}

function prose(
  { words, chance, ...pen }: Pen,
  x: number,
  y: number,
  width: number,
  height: number,
): number {
  let at = y;
  while (at < y + height - 80) {
    if (chance.isSo(0.25)) at = pen.heading(words.title(chance.whole(2, 3)), x, at);
    at = pen.paragraph(words.sentences(chance.whole(25, 60)), x, at, width);
  }
  return at;
}

function columns(pen: Pen, count: number) {
  const { chance, words } = pen;
  const gap = chance.between(14, 26);
  const width = (pen.width - 100 - gap * (count - 1)) / count;
  const top = chance.isSo(0.6)
    ? pen.paragraph(words.sentences(40), 50, 50, pen.width - 100) + 10
    : 60;
  const height = chance.between(220, pen.height - top - 60);
  for (let column = 0; column < count; column++) {
    let at = top;
    const x = 50 + column * (width + gap);
    while (at < top + height - 60)
      at = pen.paragraph(words.sentences(chance.whole(18, 40)), x, at, width);
  }
}

/** Blocks of two to four lines side by side, as in letterheads, on cards and in rows of offers. */
function tiles(pen: Pen) {
  const { chance, words } = pen;
  let y = 60;
  if (chance.isSo(0.5)) y = pen.paragraph(words.sentences(30), 50, y, pen.width - 100) + 14;
  for (let band = chance.whole(1, 3); band > 0; band--) {
    const count = chance.whole(2, 4);
    const gap = chance.between(16, 40);
    const width = (pen.width - 100 - gap * (count - 1)) / count;
    const hasHeads = chance.isSo(0.4);
    const hasLargeHeads = chance.isSo(0.25);
    const isAddress = chance.isSo(0.4);
    const lineCount = chance.whole(2, 4);
    let bottom = y;
    for (let tile = 0; tile < count; tile++) {
      const x = 50 + tile * (width + gap);
      let at = y;
      if (hasHeads)
        at = pen.heading(pen.fitting(words.title(chance.whole(1, 2)), width - 20), x, at);
      if (!hasHeads && hasLargeHeads) at = largeHead(pen, x, at);
      const perLine = Math.max(2, Math.floor(width / (pen.size * 3.6)));
      at = isAddress
        ? pen.lines(
            Array.from({ length: lineCount + (chance.isSo(0.3) ? 1 : 0) }, () =>
              pen.fitting(words.title(chance.whole(1, Math.min(3, perLine))), width - 6),
            ),
            x,
            at,
          )
        : pen.paragraph(words.sentences(perLine * lineCount), x, at, width);
      bottom = Math.max(bottom, at);
    }
    y = bottom + chance.between(24, 50);
  }
  if (chance.isSo(0.5)) pen.paragraph(words.sentences(60), 50, y, pen.width - 100);
}

function largeHead({ words, size, draw, truth }: Pen, x: number, y: number): number {
  const text = words.figure();
  truth.blocks.push([text]);
  draw(text, x, y, { size: size * 1.8 });
  return y + size * 2.4;
}

function ledger({ words, chance }: Pen, rows: number, figures: number): string[][] {
  return Array.from({ length: rows }, (_, row) => [
    words.title(chance.whole(1, 2)).join(" "),
    ...Array.from({ length: figures }, () =>
      row === 0 ? words.title(1).join(" ") : words.figure(),
    ),
  ]);
}

/** Two pages on one sheet. */
function spread(pen: Pen) {
  const { chance, words } = pen;
  for (const x of [45, 451]) {
    let y = pen.heading(words.title(3), x, 45);
    while (y < 380) {
      if (chance.isSo(0.3)) {
        y = pen.paragraph(words.sentences(14), x, y, 345);
        y = pen.table({ x, y, columns: [170, 80, 80], rows: ledger(pen, chance.whole(4, 7), 2) });
      } else y = pen.paragraph(words.sentences(chance.whole(20, 50)), x, y, 345);
    }
  }
}

function tablesBeside(pen: Pen) {
  const { chance, words } = pen;
  let y = 50;
  if (chance.isSo(0.5)) y = pen.paragraph(words.sentences(50), 45, y, pen.width - 90) + 10;
  const isAligned = chance.isSo(0.6);
  const hasTitles = chance.isSo(0.7);
  const rows = chance.whole(5, 10);
  const gap = chance.between(40, 70);
  const width = (pen.width - 90 - gap) / 2;
  for (const side of [0, 1]) {
    const x = 45 + side * (width + gap);
    const figures = chance.whole(1, 2);
    const at =
      (hasTitles
        ? pen.heading(pen.fitting(words.title(chance.whole(2, 4)), width - 20), x, y)
        : y) + (isAligned ? 0 : side * 7);
    const value = (width - 150) / figures;
    pen.table({
      x,
      y: at,
      columns: [150, ...Array.from({ length: figures }, () => value)],
      rows: ledger(pen, isAligned ? rows : rows + side, figures),
      pitch: isAligned ? 17 : 17 + side * 2,
    });
  }
}

/** Lists in two or three columns, read column by column. They are no tables. */
function lists(pen: Pen) {
  const { chance, words } = pen;
  let y = pen.paragraph(words.sentences(40), 50, 60, pen.width - 100) + 10;
  const count = chance.whole(2, 3);
  const rows = chance.whole(4, 9);
  const sign = chance.oneOf("•", "–", "");
  const width = (pen.width - 100) / count;
  const pitch = pen.size * 1.5;
  for (let column = 0; column < count; column++)
    pen.lines(
      Array.from({ length: rows }, () => [
        ...(sign ? [sign] : []),
        ...pen.fitting(words.title(chance.whole(2, Math.max(2, 5 - count))), width - 30),
      ]),
      50 + column * width,
      y,
      pitch,
    );
  y += rows * pitch + 24;
  pen.paragraph(words.sentences(60), 50, y, pen.width - 100);
}

/** Labels with their values, alone or beside an address. */
function pairs(pen: Pen) {
  const { chance, words, truth } = pen;
  truth.areTablesFree = true;
  const hasAddress = chance.isSo(0.6);
  const [x, y] = [hasAddress ? 340 : 50, 70];
  if (hasAddress)
    pen.lines(
      Array.from({ length: chance.whole(3, 5) }, () => words.title(chance.whole(1, 3))),
      50,
      y,
    );
  const rows = chance.whole(3, 6);
  const pitch = pen.size * 1.4;
  const sign = chance.oneOf(":", "");
  for (let row = 0; row < rows; row++) {
    const label = pen.fitting(words.title(chance.whole(1, 2)), 100);
    label.push(`${label.pop()}${sign}`);
    const value = chance.isSo(0.5) ? [words.figure()] : words.title(chance.whole(1, 2));
    truth.blocks.push([...label, ...value]);
    pen.draw(label.join(" "), x, y + row * pitch);
    pen.draw(value.join(" "), x + 120, y + row * pitch);
  }
  prose(pen, 50, y + rows * pitch + 50, pen.width - 100, 300);
}

/** Terms, each with a longer text beside it. They are read row by row. */
function definitions(pen: Pen) {
  const { chance, words, truth } = pen;
  truth.areTablesFree = true;
  let y = pen.paragraph(words.sentences(40), 50, 60, pen.width - 100) + 10;
  const left = chance.between(120, 190);
  const gap = chance.between(2, 10);
  for (let row = chance.whole(3, 7); row > 0; row--) {
    const term = pen.fitting(words.title(chance.whole(1, 3)), left - 20);
    const before = truth.blocks.length;
    const below = pen.paragraph(words.sentences(chance.whole(9, 26)), 50 + left, y, 440 - left);
    truth.blocks.splice(before, 0, term);
    pen.draw(term.join(" "), 50, y);
    y = below + gap;
  }
  pen.paragraph(words.sentences(50), 50, y + 10, pen.width - 100);
}

function slantedHeads(pen: Pen) {
  const { chance, words, truth } = pen;
  let y = pen.paragraph(words.sentences(40), 50, 60, pen.width - 100) + 110;
  const angle = chance.oneOf(-45, -60, -35, -90);
  const rows = chance.whole(4, 9);
  const figures = chance.whole(3, 5);
  const heads = Array.from({ length: figures }, () => words.title(chance.whole(1, 2)).join(" "));
  const body = ledger(pen, rows + 1, figures).slice(1);
  const step = 64;
  for (const [column, head] of heads.entries())
    pen.draw(head, 210 + column * step + 34, y - 6, { angle });
  truth.blocks.push(heads.flatMap((head) => head.split(" ")));
  y = pen.table({
    x: 50,
    y: y + 8,
    columns: [150, ...heads.map(() => step)],
    rows: body,
    heads: 0,
  });
  truth.tables[0] = [["", ...heads], ...body];
  pen.paragraph(words.sentences(50), 50, y + 10, pen.width - 100);
}

/** Prose with a stamp across. */
function stamp(pen: Pen) {
  const { chance, words } = pen;
  prose(pen, 60, 60, 475, 560);
  pen.aside(
    words.title(chance.whole(2, 4)),
    150,
    520,
    chance.oneOf(-30, -45, -20, 25),
    chance.oneOf(14, 22, 34),
  );
}

/** A scanned or turned block: all its lines tilted alike. */
function tilted(pen: Pen) {
  const { chance, words, truth } = pen;
  const angle = chance.oneOf(-12, 12, -20, 30, -30, 45);
  let y = pen.paragraph(words.sentences(40), 60, 60, 475);
  y += angle < 0 ? 180 : 20;
  const radians = (angle * Math.PI) / 180;
  const x = angle > 0 ? 260 : 90;
  const pitch = pen.size * 1.3;
  const lines = Array.from({ length: chance.whole(3, 7) }, () => words.title(chance.whole(4, 6)));
  truth.asides.push(lines.flat());
  for (const [row, line] of lines.entries())
    pen.draw(
      line.join(" "),
      x - Math.sin(radians) * row * pitch,
      y + Math.cos(radians) * row * pitch,
      { angle },
    );
  pen.paragraph(words.sentences(40), 60, y + 300, 475);
}

/** A whole text tilted a little, as a scanned page is. */
function skewed(pen: Pen) {
  const { chance, words, truth } = pen;
  const angle = chance.oneOf(-7, -5, -3, -1.5, 1.5, 3, 5, 7);
  const radians = (angle * Math.PI) / 180;
  const pitch = pen.size * chance.between(1.2, 1.5);
  for (let row = 0; row < chance.whole(8, 24); row++) {
    const line = pen.fitting(words.sentences(14), 430);
    truth.blocks.push(line);
    const [x, y] = [85 - Math.sin(radians) * row * pitch, 120 + Math.cos(radians) * row * pitch];
    pen.draw(line.join(" "), x, y, { angle });
  }
}

/** Words that run up or down the margin. */
function margin(pen: Pen) {
  const { chance, words } = pen;
  prose(pen, 80, 60, 435, 600);
  const isLeft = chance.isSo(0.5);
  pen.aside(
    words.title(chance.whole(2, 6)),
    isLeft ? 30 : 570,
    isLeft ? 500 : 150,
    isLeft ? -90 : 90,
  );
  if (chance.isSo(0.4)) pen.aside(words.title(3), 560, 420, -90, 8);
}

function headerFooter(pen: Pen) {
  const { chance, words, truth } = pen;
  const line = (y: number) => {
    const [left, right] = [words.title(chance.whole(2, 3)), words.title(chance.whole(1, 2))];
    truth.blocks.push(left, right);
    pen.draw(left.join(" "), 60, y, { size: 8 });
    pen.draw(right.join(" "), 535, y, { size: 8, isRight: true });
  };
  line(28);
  if (chance.isSo(0.5)) prose(pen, 60, 70, 475, 640);
  else {
    const height = chance.between(300, 600);
    for (const x of [60, 310]) prose(pen, x, 70, 225, height);
  }
  line(806);
}
