import { child, elements, textOf, type XmlElement } from "../../../xml/xml";
import { texOf } from "./math-symbols";

/** Returns an equation of Office in LaTeX. */
export function latexOf(math: XmlElement): string {
  return inner(math).replace(/ {2,}/g, " ").trim();
}

function inner(element: XmlElement): string {
  return elements(element).map(latex).join("");
}

function part(element: XmlElement, name: string): string {
  const found = child(element, name);
  return found ? inner(found).trim() : "";
}

function property(element: XmlElement, path: string): string | undefined {
  return child(element, path)?.attributes.val;
}

function isOn(element: XmlElement, path: string): boolean {
  const found = child(element, path);
  return found !== undefined && !/^(0|off|false)$/.test(found.attributes.val ?? "1");
}

function latex(element: XmlElement): string {
  switch (element.name) {
    case "r":
      return runOf(element);
    case "f":
      return fractionOf(element);
    case "sSup":
      return `${base(element)}^{${part(element, "sup")}}`;
    case "sSub":
      return `${base(element)}_{${part(element, "sub")}}`;
    case "sSubSup":
      return `${base(element)}_{${part(element, "sub")}}^{${part(element, "sup")}}`;
    case "sPre":
      return `{}_{${part(element, "sub")}}^{${part(element, "sup")}}${part(element, "e")}`;
    case "rad":
      return isOn(element, "radPr/degHide") || part(element, "deg") === ""
        ? `\\sqrt{${part(element, "e")}}`
        : `\\sqrt[${part(element, "deg")}]{${part(element, "e")}}`;
    case "d":
      return delimited(element);
    case "nary":
      return naryOf(element);
    case "func":
      return `${functionName(part(element, "fName"))}(${part(element, "e")})`;
    case "limLow":
      return limitOf(element, "_");
    case "limUpp":
      return limitOf(element, "^");
    case "acc":
      return `${accents[property(element, "accPr/chr") ?? "\u0302"] ?? "\\hat"}{${part(element, "e")}}`;
    case "bar":
      return property(element, "barPr/pos") === "top"
        ? `\\overline{${part(element, "e")}}`
        : `\\underline{${part(element, "e")}}`;
    case "groupChr":
      return groupedBy(element);
    case "m":
      return `\\begin{matrix}${rowsOf(element, "mr")}\\end{matrix}`;
    case "eqArr":
      return `\\begin{array}{l}${elements(element, "e")
        .map((each) => inner(each).trim())
        .join(" \\\\ ")}\\end{array}`;
    default:
      return /Pr$|^(del|moveFrom|delText|instrText)$/.test(element.name) ? "" : inner(element);
  }
}

function runOf(run: XmlElement): string {
  const text = elements(run, "t").map(textOf).join("");
  if (isOn(run, "rPr/nor")) return text.trim() === "" ? text : `\\text{${text}}`;
  return [...text].map(texOf).join("");
}

function base(element: XmlElement): string {
  const text = part(element, "e");
  const first = child(element, "e");
  return first && elements(first).some(({ name }) => name === "f") ? `{${text}}` : text;
}

function fractionOf(element: XmlElement): string {
  const [top, bottom] = [part(element, "num"), part(element, "den")];
  const kind = property(element, "fPr/type");
  if (kind === "noBar") return `\\genfrac{}{}{0pt}{}{${top}}{${bottom}}`;
  if (kind === "lin" || kind === "skw") return `${top}/${bottom}`;
  return `\\frac{${top}}{${bottom}}`;
}

function delimited(element: XmlElement): string {
  const opening = property(element, "dPr/begChr") ?? "(";
  const closing = property(element, "dPr/endChr") ?? ")";
  const between = property(element, "dPr/sepChr") ?? "|";
  const inside = elements(element, "e")
    .map((each) => inner(each).trim())
    .join(texOf(between));
  return `\\left${fence(opening)}${inside}\\right${fence(closing)}`;
}

function fence(sign: string): string {
  if (sign === "") return ".";
  if (sign === "{" || sign === "}") return `\\${sign}`;
  return texOf(sign);
}

const naries: Record<string, string> = {
  "∑": "\\sum",
  "∏": "\\prod",
  "∐": "\\coprod",
  "∫": "\\int",
  "∬": "\\iint",
  "∭": "\\iiint",
  "∮": "\\oint",
  "∯": "\\oiint",
  "∰": "\\oiiint",
  "⋂": "\\bigcap",
  "⋃": "\\bigcup",
  "⋀": "\\bigwedge",
  "⋁": "\\bigvee",
  "⨁": "\\bigoplus",
  "⨂": "\\bigotimes",
};

function naryOf(element: XmlElement): string {
  const sign = property(element, "naryPr/chr") ?? "∫";
  const low = part(element, "sub");
  const high = part(element, "sup");
  const limits = `_{${low}}${high || !low ? `^{${high}}` : "^{}"}`;
  return `${naries[sign] ?? texOf(sign)}${limits}${part(element, "e")}`;
}

const functionNames = new Set(
  "arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log max min Pr sec sin sinh sup tan tanh".split(
    " ",
  ),
);

function functionName(name: string): string {
  const bare = name.replace(/^\\text\{(.*)\}$/, "$1").trim();
  if (functionNames.has(bare)) return `\\${bare}`;
  return /^[a-z]{2,}$/i.test(bare) ? `\\operatorname{${bare}}` : name;
}

function limitOf(element: XmlElement, sign: "_" | "^"): string {
  const over = functionName(part(element, "e"));
  const limit = part(element, "lim");
  if (/^\\(under|over)brace/.test(over) || /^\\[a-z]+(\{[a-z]+\})?$/i.test(over))
    return `${over}${sign}{${limit}}`;
  return sign === "_" ? `\\underset{${limit}}{${over}}` : `\\overset{${limit}}{${over}}`;
}

const accents: Record<string, string> = {
  "\u0300": "\\grave",
  "\u0301": "\\acute",
  "\u0302": "\\hat",
  "\u0303": "\\tilde",
  "\u0304": "\\bar",
  "\u0305": "\\overline",
  "\u0306": "\\breve",
  "\u0307": "\\dot",
  "\u0308": "\\ddot",
  "\u030c": "\\check",
  "\u20d7": "\\vec",
  "\u20db": "\\dddot",
  "¯": "\\bar",
  "→": "\\vec",
};

function groupedBy(element: XmlElement): string {
  const sign = property(element, "groupChrPr/chr") ?? "⏟";
  const text = part(element, "e");
  if (sign === "⏞") return `\\overbrace{${text}}`;
  if (sign === "⏟") return `\\underbrace{${text}}`;
  return property(element, "groupChrPr/pos") === "top"
    ? `\\overset{${texOf(sign).trim()}}{${text}}`
    : `\\underset{${texOf(sign).trim()}}{${text}}`;
}

function rowsOf(matrix: XmlElement, name: string): string {
  return elements(matrix, name)
    .map((row) =>
      elements(row, "e")
        .map((each) => inner(each).trim())
        .join(" & "),
    )
    .join(" \\\\ ");
}
