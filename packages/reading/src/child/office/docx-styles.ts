import type { BlockInput } from "../../model-builder";
import type { Archive } from "../archive";
import { child, descendants, elements, parseXml, type XmlElement } from "../tree/xml";

type Role = Pick<BlockInput, "kind" | "level">;

export type DocxStyles = { roleOf(paragraph: XmlElement, text: string): Role };

type Style = {
  name: string;
  basedOn: string | undefined;
  outline: number | undefined;
  hasNumber: boolean;
};

/** What part a paragraph plays, by its outline level, its numbering or the name of its style or of one it is based on. */
export async function readDocxStyles(archive: Archive): Promise<DocxStyles> {
  const styles = new Map<string, Style>();
  if (archive.has("word/styles.xml"))
    for (const style of descendants(parseXml(await archive.text("word/styles.xml")), "style")) {
      const outline = child(style, "pPr/outlineLvl")?.attributes.val;
      styles.set(style.attributes.styleId ?? "", {
        name: child(style, "name")?.attributes.val?.toLowerCase() ?? "",
        basedOn: child(style, "basedOn")?.attributes.val,
        outline: outline === undefined ? undefined : Number(outline),
        hasNumber: child(style, "pPr/numPr") !== undefined,
      });
    }

  function chainOf(id: string | undefined): Style[] {
    const chain: Style[] = [];
    for (
      let next = styles.get(id ?? "");
      next && chain.length < 10;
      next = styles.get(next.basedOn ?? "")
    )
      chain.push(next);
    return chain;
  }

  return {
    roleOf(paragraph, text) {
      const id = child(paragraph, "pPr/pStyle")?.attributes.val;
      const chain = chainOf(id);
      const named = roleOfNames(
        chain.length > 0 ? chain.map(({ name }) => name) : [id?.toLowerCase() ?? ""],
      );
      const outline =
        child(paragraph, "pPr/outlineLvl")?.attributes.val ??
        chain.find((style) => style.outline !== undefined)?.outline;
      const level = Number(outline ?? 9);
      if (named && named.kind !== "list-item") return named;
      if (level < 9 && text.length < 300) return { kind: "heading", level: Math.min(6, level + 1) };
      const number = child(paragraph, "pPr/numPr/numId")?.attributes.val;
      if (
        named ||
        (number && number !== "0") ||
        (chain.some((style) => style.hasNumber) && number !== "0")
      )
        return {
          kind: "list-item",
          level: 1 + Number(child(paragraph, "pPr/numPr/ilvl")?.attributes.val ?? 0),
        };
      return isFormula(paragraph, text) ? { kind: "formula" } : { kind: "paragraph" };
    },
  };
}

function roleOfNames(names: string[]): Role | null {
  for (const name of names) {
    if (name === "title") return { kind: "title" };
    const [, level] = /^(?:heading|überschrift|titre|título|kop)\s?(\d)/.exec(name) ?? [];
    if (level) return { kind: "heading", level: Math.min(6, Number(level)) };
    if (/^subtitle$/.test(name)) return { kind: "heading", level: 2 };
    if (/^caption$/.test(name)) return { kind: "caption" };
    if (/^list (paragraph|bullet|number)/.test(name) && !/paragraph/.test(name))
      return { kind: "list-item" };
    if (/code|preformatted|macro text/.test(name)) return { kind: "code" };
  }
  return null;
}

function isFormula(paragraph: XmlElement, text: string): boolean {
  if (text === "" || descendants(paragraph, "oMathPara").length === 0) return false;
  return elements(paragraph).every(({ name }) => name === "pPr" || /^oMath/.test(name));
}
