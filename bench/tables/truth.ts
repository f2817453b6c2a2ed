import { access, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Box } from "@besunny/document-model/parsed-document";
import { parseXml, type XmlElement } from "@besunny/reading/xml/xml";

export type TruthCell = {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  text: string;
};

/** A table of the competition. `edges` are in points from the bottom left of the page as shown. */
export type TruthTable = {
  page: number;
  edges: [left: number, bottom: number, right: number, top: number];
  cells: TruthCell[];
};

export type TruthDocument = { name: string; pdf: string; tables: TruthTable[] };

/** Reads every `*-str.xml` below a folder that has its PDF beside it. A table over several pages becomes one for each region. */
export async function readTruth(directory: string): Promise<TruthDocument[]> {
  const files = await readdir(directory, { recursive: true });
  const documents: TruthDocument[] = [];
  for (const file of files.filter((each) => each.endsWith("-str.xml")).sort()) {
    const stem = join(directory, file.slice(0, -"-str.xml".length));
    const pdf = `${stem}.pdf`;
    if (!(await exists(pdf))) continue;
    const regions = (await exists(`${stem}-reg.xml`)) ? await readRegions(`${stem}-reg.xml`) : [];
    const tables = (await readRegions(join(directory, file))).map(
      ({ id, page, cells, edges }): TruthTable => ({
        page,
        cells,
        edges: regions.find((each) => each.id === id && each.page === page)?.edges ?? edges,
      }),
    );
    documents.push({ name: file.slice(0, -"-str.xml".length), pdf, tables });
  }
  return documents;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

type Region = { id: string; page: number; edges: TruthTable["edges"]; cells: TruthCell[] };

async function readRegions(path: string): Promise<Region[]> {
  const document = parseXml(await readFile(path, "utf8"));
  return below(document, "table").flatMap((table, index) =>
    below(table, "region").map((region): Region => {
      const cells = below(region, "cell");
      const own = cells.length > 0 ? cells : [region];
      return {
        id: `${table.attributes.id ?? index} ${region.attributes.id ?? ""}`,
        page: numberOf(region, "page", 1),
        edges: unionOf(own.flatMap((each) => below(each, "bounding-box").map(edgesOf))),
        cells: cells.map(cellOf),
      };
    }),
  );
}

function below(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) =>
    typeof child === "string" ? [] : child.name === name ? [child] : below(child, name),
  );
}

function numberOf({ attributes }: XmlElement, name: string, otherwise: number): number {
  const value = Number(attributes[name]);
  return attributes[name] !== undefined && Number.isFinite(value) ? value : otherwise;
}

function edgesOf(box: XmlElement): TruthTable["edges"] {
  const [x1, x2] = [numberOf(box, "x1", 0), numberOf(box, "x2", 0)];
  const [y1, y2] = [numberOf(box, "y1", 0), numberOf(box, "y2", 0)];
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
}

function unionOf(all: TruthTable["edges"][]): TruthTable["edges"] {
  return [
    Math.min(...all.map(([left]) => left)),
    Math.min(...all.map(([, bottom]) => bottom)),
    Math.max(...all.map(([, , right]) => right)),
    Math.max(...all.map(([, , , top]) => top)),
  ];
}

function cellOf(cell: XmlElement): TruthCell {
  const [row, column] = [numberOf(cell, "start-row", 0), numberOf(cell, "start-col", 0)];
  return {
    row,
    column,
    rowSpan: Math.max(1, numberOf(cell, "end-row", row) - row + 1),
    columnSpan: Math.max(1, numberOf(cell, "end-col", column) - column + 1),
    text: below(cell, "content").map(textOf).join(" "),
  };
}

function textOf(element: XmlElement): string {
  return element.children
    .map((child) => (typeof child === "string" ? child : textOf(child)))
    .join("");
}

/** The place of a table with the origin at the top left. */
export function boxOn({ height }: { height: number }, { edges }: Pick<TruthTable, "edges">): Box {
  const [left, bottom, right, top] = edges;
  return [left, height - top, right - left, top - bottom];
}
