import { descendants, elements, textOf, type XmlElement } from "../../xml/xml";

/** A formula in one line: its TeX where the page carries it, else written out of MathML, such as `a/(b + c)`. */
export function mathText(math: XmlElement): string {
  const source = math.attributes.alttext ?? texIn(math);
  return (source ?? written(math)).replace(/\s+/g, " ").trim();
}

function texIn(math: XmlElement): string | undefined {
  const found = descendants(math, "annotation").find(({ attributes }) =>
    /tex/i.test(attributes.encoding ?? ""),
  );
  return found && textOf(found);
}

function written(element: XmlElement | string): string {
  if (typeof element === "string") return element.trim();
  const { name } = element;
  const parts = elements(element);
  const [first = "", second = "", third = ""] = parts.map((part) => grouped(part));
  switch (name) {
    case "annotation":
    case "annotation-xml":
      return "";
    case "mfrac":
      return `${first}/${second}`;
    case "msup":
    case "mover":
      return `${first}^${second}`;
    case "msub":
    case "munder":
      return `${first}_${second}`;
    case "msubsup":
    case "munderover":
      return `${first}_${second}^${third}`;
    case "msqrt":
      return `√(${all(element)})`;
    case "mroot":
      return `${second}√${first}`;
    case "mtable":
      return parts.map(written).join("; ");
    case "mtr":
      return parts.map(written).join(" ");
    case "mo":
      return operator(textOf(element).trim());
    case "mspace":
      return " ";
    default:
      return all(element);
  }
}

function all({ children }: XmlElement): string {
  return children.map(written).join("");
}

function grouped(element: XmlElement): string {
  const text = written(element).trim();
  return text.length > 1 && /[\s+/^_=-]/.test(text) ? `(${text})` : text;
}

function operator(sign: string): string {
  return /^[=+\-−<>≤≥≈±×·∈→]$/.test(sign) ? ` ${sign} ` : sign.replace(/[\u2061-\u2064]/g, "");
}
