import { descendants, elements, type XmlElement } from "../../xml/xml";
import { inOrder } from "./html-table";

type Node = XmlElement | string;

/** A CALS (OASIS) table as one of HTML: columns by their names, spans by first and last column, groups one under another. */
export function calsTable(table: XmlElement, contentOf: (entry: XmlElement) => Node[]): XmlElement {
  const groups = descendants(table, "tgroup");
  const width = Math.max(1, ...groups.map(columnsOf));
  const rows = groups.flatMap((group) => {
    const columns = columnsOf(group);
    const places = columnPlaces(group);
    return inOrder(elements(group)).flatMap((part) =>
      elements(part, "row").map((row) =>
        made(
          "tr",
          cellsOf(row, places, (entry, span, isLast) =>
            made(part.name === "thead" ? "th" : "td", contentOf(entry), {
              colspan: String(isLast && columns === 1 ? width : span),
              rowspan: String(1 + (Number(entry.attributes.morerows) || 0)),
            }),
          ),
        ),
      ),
    );
  });
  return made("table", [made("tbody", rows.filter(hasContent))], { role: "table" });
}

function hasContent(row: XmlElement): boolean {
  return row.children.length > 0;
}

function columnsOf(group: XmlElement): number {
  return Math.min(
    500,
    Math.max(1, Number(group.attributes.cols) || elements(group, "colspec").length),
  );
}

function columnPlaces(group: XmlElement): Map<string, number> {
  const places = new Map<string, number>();
  for (const [index, { attributes }] of elements(group, "colspec").entries()) {
    const number = Number(attributes.colnum);
    places.set(attributes.colname ?? String(index + 1), number > 0 ? number - 1 : index);
  }
  for (const { attributes } of elements(group, "spanspec"))
    if (attributes.spanname)
      places.set(attributes.spanname, places.get(attributes.namest ?? "") ?? 0);
  return places;
}

function cellsOf(
  row: XmlElement,
  places: Map<string, number>,
  made: (entry: XmlElement, span: number, isLast: boolean) => XmlElement,
): XmlElement[] {
  const entries = elements(row, "entry");
  let next = 0;
  return entries.flatMap((entry, index) => {
    const { namest, nameend, colname } = entry.attributes;
    const start = places.get(namest ?? colname ?? "") ?? next;
    const end = Math.max(start, places.get(nameend ?? "") ?? start);
    const gap = Math.min(200, Math.max(0, start - next));
    next = end + 1;
    const cell = made(entry, Math.min(500, end - start + 1), index === entries.length - 1);
    const empty = Array.from({ length: gap }, () => emptyCell());
    return [...empty, cell];
  });
}

function emptyCell(): XmlElement {
  return made("td", []);
}

function made(name: string, children: Node[], attributes: Record<string, string> = {}): XmlElement {
  return { name, attributes, children };
}
