import { aRawPdf } from "./a-raw-pdf";

/** An element of a structure tree: its type, further entries of its dictionary, and its elements or numbers of marked contents. */
export type Tag = { type: string; entries?: string; children: (Tag | number)[] };

/** Returns a marked content with one line of text at a place. */
export function marked(number: number, text: string, [x, y]: [number, number], size = 11): string {
  return `/P << /MCID ${number} >> BDC ${line(text, [x, y], size)} EMC`;
}

/** Returns a line of text that the tags leave out. */
export function asArtifact(text: string, place: [number, number]): string {
  return `/Artifact << /Type /Pagination >> BDC ${line(text, place, 11)} EMC`;
}

function line(text: string, [x, y]: [number, number], size: number): string {
  return `BT /F1 ${size} Tf ${x} ${y} Td (${text}) Tj ET`;
}

/** A tagged PDF of one page, with the contents in the order of the file and the tree below a document element. */
export function aTaggedPdf(
  contents: string[],
  tree: Tag[],
  { markInfo = "/Marked true", catalog = "" } = {},
): Buffer {
  const root = 6;
  const objects: string[] = [""];
  const owners = new Map<number, number>();

  function write({ type, entries = "", children }: Tag, parent: number): number {
    const own = root + objects.push("") - 1;
    const kids = children.map((child) => {
      if (typeof child !== "number") return `${write(child, own)} 0 R`;
      owners.set(child, own);
      return `${child}`;
    });
    objects[own - root] =
      `<< /Type /StructElem /S /${type} /P ${parent} 0 R /Pg 3 0 R ${entries} /K [${kids.join(" ")}] >>`;
    return own;
  }

  const top = write({ type: "Document", children: tree }, root);
  const parents = [...owners].sort(([a], [b]) => a - b).map(([, own]) => `${own} 0 R`);
  objects[0] = `<< /Type /StructTreeRoot /K ${top} 0 R /ParentTree << /Nums [0 [${parents.join(" ")}]] >> >>`;
  return aRawPdf(contents.join("\n"), {
    page: "/StructParents 0",
    catalog: `/MarkInfo << ${markInfo} >> /StructTreeRoot ${root} 0 R ${catalog}`,
    objects,
  });
}
