import type { DocumentBuilder } from "@besunny/document-model/document-builder";

/** The tagged text in which the United States patent office published until 2001. */
export function isPatentText(text: string): boolean {
  return /^PATN\nWKU {2}/.test(text.replace(/^\s+/, ""));
}

type Field = { section: string; tag: string; value: string };

const sections = new Set(
  "PATN INVT ASSG PRIR RLAP REIS CLAS UREF FREF OREF LREP ABST GOVT PARN BSUM DRWD DETD CLMS DCLM".split(
    " ",
  ),
);

/** Title, abstract, description and claims. */
export function addPatentText(builder: DocumentBuilder, text: string) {
  const fields = [...fieldsIn(text)];
  const first = (section: string, tag: string) =>
    fields.find((field) => field.section === section && field.tag === tag)?.value ?? "";
  const title = first("PATN", "TTL");
  builder.metadata.title = title;
  const author = fields
    .filter(({ section, tag }) => section === "INVT" && tag === "NAM")
    .map(({ value }) => value.split(";").reverse().join(" ").trim())
    .join(", ");
  if (author) builder.metadata.author = author;
  builder.add({ kind: "title", text: title });
  const abstract = fields.filter(({ section, tag }) => section === "ABST" && tag !== "");
  if (abstract.length > 0) builder.add({ kind: "heading", level: 2, text: "ABSTRACT" });
  builder.add({ kind: "paragraph", text: abstract.map(({ value }) => value).join(" ") });
  for (const { section, tag, value } of fields)
    if (["GOVT", "PARN", "BSUM", "DRWD", "DETD"].includes(section)) addField(builder, tag, value);
  addClaims(builder, fields);
}

function* fieldsIn(text: string): Iterable<Field> {
  let section = "";
  let open: Field | null = null;
  for (const line of text.split("\n")) {
    const tag = /^[A-Z]{3}[A-Z\d]?(?= |$)/.exec(line)?.[0];
    if (!tag) {
      if (open) open.value += open.tag.startsWith("TBL") ? `\n${line.trim()}` : ` ${line.trim()}`;
      continue;
    }
    if (open) yield open;
    if (sections.has(tag)) section = tag;
    open = { section, tag, value: line.slice(tag.length).trim() };
  }
  if (open) yield open;
}

function addField(builder: DocumentBuilder, tag: string, text: string) {
  if (tag === "PAC") builder.add({ kind: "heading", level: 2, text });
  else if (tag.startsWith("TBL") || tag === "EQU") builder.add({ kind: "code", text });
  else if (tag.startsWith("P")) builder.add({ kind: "paragraph", text });
}

function addClaims(builder: DocumentBuilder, fields: Field[]) {
  const claims = fields.filter(({ section }) => section === "CLMS" || section === "DCLM");
  if (claims.length === 0) return;
  builder.add({ kind: "heading", level: 2, text: "CLAIMS" });
  let claim: string[] = [];
  const flush = () => {
    builder.add({ kind: "list-item", level: 1, text: claim.join(" ") });
    claim = [];
  };
  for (const { tag, value } of claims) {
    if (tag === "NUM") flush();
    if (tag !== "STM" && tag !== "NUM" && tag.length === 3 && value) claim.push(value);
  }
  flush();
}
