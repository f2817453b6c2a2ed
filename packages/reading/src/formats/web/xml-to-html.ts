import { child, descendants, elements, textOf, type XmlElement } from "../../xml/xml";
import { calsTable } from "./cals-table";
import { citationText } from "./citation";

type Node = XmlElement | string;

/** `level` is that of the next heading; `isInLine` says that a paragraph is open. */
type Context = { level: number; isInLine: boolean };

/** The names of document elements in JATS, DocBook, TEI, patents, flat ODF and Word 2003, by their name in HTML. */
const same: Record<string, string[]> = {
  p: "p para simpara ptext paragraph ab speech abstract-para claim-text-block btext".split(" "),
  b: "bold b strong emphasis hi highlight".split(" "),
  i: "italic i em it".split(" "),
  sub: "sub subscript inf sb".split(" "),
  sup: "sup superscript sp".split(" "),
  ul: "ul itemizedlist simplelist list listgroup variablelist".split(" "),
  ol: "ol orderedlist procedure".split(" "),
  li: "li listitem list-item item step member varlistentry".split(" "),
  pre: "preformat programlisting screen literallayout code-block synopsis eg".split(" "),
  blockquote: "disp-quote blockquote quote-block epigraph quote cit".split(" "),
  tr: "tr row table-row".split(" "),
  td: "td cell table-cell covered-table-cell entry".split(" "),
  th: ["th"],
  thead: "thead table-header-rows".split(" "),
  tbody: "tbody table-rows".split(" "),
  tfoot: ["tfoot"],
  br: "br break lb line-break linebreak newline".split(" "),
};

const htmlNames = new Map(
  Object.entries(same).flatMap(([html, names]) => names.map((name) => [name, html] as const)),
);

const sections = new Set(
  `sec section sect1 sect2 sect3 sect4 sect5 simplesect chapter part appendix app preface div div1 div2 div3 div4 glossary
  refsect1 refsect2 refsection bibliography index dedication colophon partintro topic`.split(/\s+/),
);

const titles = new Set("title head heading st h".split(" "));

const skipped = new Set(
  `journal-meta binary-data object-id processing-meta teiheader colspec graphic media mediaobject inlinemediaobject drawings sdodr
  subdoc-drawings document-meta settings styles font-face-decls master-styles automatic-styles scripts binarydata docpr
  number-ref indexterm alternatives-graphic styles fonts documentproperties officedocumentsettings excelworkbook pict
  custom-meta-group permissions self-uri tracked-changes forms sequence-decls chemistry-external
  image img us-chemistry us-math mathematica chem-us emi cwu sectpr ppr rpr tblpr tblgrid tcpr trpr`.split(
    /\s+/,
  ),
);

const inline = new Set(
  `span a s c t r tab bold italic xref ext-link uri email sub sup sc underline named-content styled-content monospace
  inline-formula inline-graphic abbrev institution citetitle literal code command filename option link ulink guilabel
  footnote-ref pdat figref crossref claim-ref maths-in data hi ref date name persname placename orgname foreign term
  mixed-citation element-citation source year volume fpage lpage article-title surname given-names country o u patcit nplcit`.split(
    /\s+/,
  ),
);

const containers = new Set(["ul", "ol", "thead", "tbody", "tfoot", "tr", "blockquote"]);

/** A document of one of these vocabularies as HTML, for one walk over all of them. */
export function xmlToHtml(element: XmlElement, level: number): XmlElement {
  return made("div", convertAll(element, { level, isInLine: false }));
}

function made(name: string, children: Node[], attributes: Record<string, string> = {}): XmlElement {
  return { name, attributes, children };
}

function convertAll(element: XmlElement, context: Context): Node[] {
  return element.children.flatMap((each) =>
    typeof each === "string" ? [each] : convert(each, context),
  );
}

function convert(element: XmlElement, context: Context): Node[] {
  const name = element.name.toLowerCase();
  if (skipped.has(name)) return [];
  if (sections.has(name)) return [sectionOf(element, context)];
  if (titles.has(name)) return [titleOf(element, context)];
  const special = convertSpecial(name, element, context);
  if (special) return special;
  const html = htmlNames.get(name);
  if (html === "p" && context.isInLine) return [" ", ...convertAll(element, context), " "];
  if (html) {
    const isInLine = context.isInLine || !containers.has(html);
    return [made(html, convertAll(element, { ...context, isInLine }), element.attributes)];
  }
  if (inline.has(name)) return [made("span", convertAll(element, { ...context, isInLine: true }))];
  if (context.isInLine) return [made("span", convertAll(element, context))];
  const hasWords = element.children.some((each) => typeof each === "string" && each.trim() !== "");
  return hasWords
    ? [made("p", convertAll(element, { ...context, isInLine: true }))]
    : [made("div", convertAll(element, context))];
}

function sectionOf(element: XmlElement, context: Context): XmlElement {
  return made("div", convertAll(element, { level: context.level + 1, isInLine: false }));
}

function titleOf(element: XmlElement, { level }: Context): XmlElement {
  const { attributes } = element;
  const own = Number(attributes["outline-level"] ?? attributes.level ?? attributes.LVL);
  const depth = own > 0 ? own + 1 : level;
  return made(
    `h${Math.min(6, Math.max(1, depth))}`,
    convertAll(element, { level, isInLine: true }),
  );
}

function convertSpecial(name: string, element: XmlElement, context: Context): Node[] | null {
  switch (name) {
    case "label":
      return [made("span", [`${textOf(element)} `])];
    case "ext-link":
    case "uri":
    case "ulink":
    case "link":
      return [linkOf(element, context)];
    case "fig":
    case "figure":
    case "boxed-text-figure":
      return figureOf(element, context);
    case "table-wrap":
      return wrappedTable(element, { ...context, isInLine: false });
    case "informaltable":
      return [made("div", convertAll(element, { ...context, isInLine: false }))];
    case "tables":
    case "table-us":
    case "table":
      return tableOf(element, context);
    case "caption":
      return [made("figcaption", convertFlat(element, context))];
    case "disp-formula":
    case "inline-formula":
    case "equation":
    case "informalequation":
    case "maths":
    case "math-cwu":
      return formulaOf(name, element);
    case "math":
      return [{ ...element, name: "math" }];
    case "tex-math":
    case "texmath":
      return [made("math", [], { alttext: texOf(element) })];
    case "ref-list":
      return [made("div", convertAll(element, { ...context, level: context.level + 1 }))];
    case "ref":
    case "biblioentry":
    case "bibl":
      return [made("ul", [made("li", [citationText(element)])])];
    case "fn-group":
      return [made("div", convertAll(element, { ...context, level: context.level + 2 }))];
    case "fn":
    case "footnote":
    case "note":
      return noteOf(element, context);
    case "claim":
    case "clm":
      return [made("ul", [made("li", convertFlat(element, context))])];
    case "claim-text":
      return [" ", ...convertFlat(element, context), " "];
    case "number":
      return [];
    case "supplementary-material":
      return context.isInLine ? [] : [made("p", convertFlat(element, context))];
    default:
      return null;
  }
}

/** With the blocks inside run together into one line. */
function convertFlat(element: XmlElement, context: Context): Node[] {
  return element.children.flatMap((each) => {
    if (typeof each === "string") return [each];
    if (titles.has(each.name.toLowerCase()))
      return [...convertAll(each, { ...context, isInLine: true }), " "];
    return convert(each, { ...context, isInLine: true });
  });
}

function linkOf(element: XmlElement, context: Context): XmlElement {
  const { href, url } = element.attributes;
  const children = convertAll(element, { ...context, isInLine: true });
  return made("a", children, { href: href ?? url ?? "" });
}

/** Number and title of a table in one line, before it. */
function wrappedTable(element: XmlElement, context: Context): Node[] {
  const named = new Set(["label", "caption"]);
  const words = elements(element)
    .filter(({ name }) => named.has(name))
    .flatMap((each) => [...convertFlat(each, context), " "]);
  const rest = element.children.filter((each) => typeof each === "string" || !named.has(each.name));
  return [
    made("figcaption", words),
    made("div", convertAll({ ...element, children: rest }, context)),
  ];
}

/** The words of a figure; figures inside it follow it. */
function figureOf(element: XmlElement, context: Context): Node[] {
  const inner = elements(element).flatMap((each) =>
    each.name === "fig" ? [each] : descendants(each, "fig"),
  );
  const words = ["label", "title", "caption"].flatMap((name) => {
    const found = child(element, name);
    return found ? [...convertFlat(found, context), " "] : [];
  });
  return [made("figcaption", words), ...inner.flatMap((each) => figureOf(each, context))];
}

function tableOf(element: XmlElement, context: Context): Node[] {
  const title = child(element, "title");
  const caption = title ? [made("figcaption", convertFlat(title, context))] : [];
  const hasGroups = descendants(element, "tgroup").length > 0;
  const converted = { ...context, isInLine: true };
  const table = hasGroups
    ? calsTable(element, (cell) => convertAll(cell, converted))
    : made("table", convertAll(element, { ...context, isInLine: false }));
  return [...caption, table];
}

function formulaOf(name: string, element: XmlElement): Node[] {
  const display = name === "inline-formula" ? {} : { display: "block" };
  const [tex] = [...descendants(element, "tex-math"), ...descendants(element, "texmath")];
  if (tex) return [made("math", [], { ...display, alttext: texOf(tex) })];
  const [math] = descendants(element, "math");
  if (math) return [{ ...math, attributes: { ...math.attributes, ...display } }];
  const text = textOf(element).trim();
  return text ? [made(name === "inline-formula" ? "span" : "p", [text])] : [];
}

/** The formula alone, without the document that TeX would need around it. */
function texOf(element: XmlElement): string {
  const text = textOf(element);
  const [, own] = text.split("\\begin{document}");
  return (own === undefined ? text : (own.split("\\end{document}")[0] ?? "")).trim();
}

function noteOf(element: XmlElement, context: Context): Node[] {
  const children = convertFlat(element, context);
  return context.isInLine ? [" (", ...children, ") "] : [made("ul", [made("li", children)])];
}
