import type { Archive } from "../../../archive/archive";
import { child, descendants, elements, parseXml, type XmlElement } from "../../../xml/xml";
import { numeral } from "./numerals";

/** The position of a paragraph in a list. `label` is the number as Word shows it, empty for bullets. */
export type ListPlace = { level: number; label: string };

export type Numbering = {
  /** Counts one item of the list. The caller calls it once for each paragraph, in their order. */
  next(id: string, level: number): ListPlace | null;
  /** Returns the level of a list that a paragraph style is bound to. */
  levelOfStyle(id: string, style: string): number | undefined;
};

type Level = {
  start: number;
  format: string;
  pattern: string;
  style: string | undefined;
  isLegal: boolean;
  restartsAfter: number | undefined;
};

type List = { abstract: string; levels: Map<number, Level>; starts: Map<number, number> };

const deepestLevel = 8;

/** Reads the lists of a document by their ids. `styleLists` names the list of each numbering style. */
export async function readNumbering(
  archive: Archive,
  part: string | undefined,
  styleLists: Map<string, string>,
): Promise<Numbering> {
  const root = part
    ? parseXml(await archive.text(part))
    : { name: "", attributes: {}, children: [] };
  const lists = listsOf(root, styleLists);
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();

  function next(id: string, wanted: number): ListPlace | null {
    const list = lists.get(id);
    if (!list) return null;
    const at = Math.min(Math.max(0, wanted), deepestLevel);
    const level = list.levels.get(at);
    if (!level) return { level: at + 1, label: "" };
    const counts = counters.get(list.abstract) ?? [];
    counters.set(list.abstract, counts);
    const override = list.starts.get(at);
    const isFirst = !begun.has(`${id}/${at}`);
    begun.add(`${id}/${at}`);
    if (isFirst && override !== undefined) counts[at] = override;
    else counts[at] = counts[at] === undefined ? level.start : counts[at] + 1;
    restartBelow(counts, at, list);
    return { level: at + 1, label: labelOf(list, at, counts) };
  }

  return {
    next,
    levelOfStyle(id, style) {
      for (const [at, level] of lists.get(id)?.levels ?? []) if (level.style === style) return at;
      return undefined;
    },
  };
}

function restartBelow(counts: number[], at: number, { levels }: List) {
  for (let below = at + 1; below <= deepestLevel; below++) {
    const after = levels.get(below)?.restartsAfter;
    if (after === undefined || (after > 0 && at < after)) delete counts[below];
  }
}

function labelOf({ levels }: List, at: number, counts: number[]): string {
  const level = levels.get(at);
  if (!level || level.format === "bullet" || level.format === "none") return "";
  return level.pattern
    .replace(/%(\d)/g, (_, digit: string) => {
      const place = Number(digit) - 1;
      const shown = levels.get(place);
      const count = counts[place] ?? shown?.start ?? 1;
      if (place !== at && shown?.format === "bullet") return "";
      return numeral(count, level.isLegal ? "decimal" : (shown?.format ?? "decimal"));
    })
    .trim();
}

function listsOf(root: XmlElement, styleLists: Map<string, string>): Map<string, List> {
  const abstracts = new Map(
    descendants(root, "abstractNum").map((each) => [each.attributes.abstractNumId ?? "", each]),
  );
  const nums = new Map(
    elements(elements(root)[0] ?? root, "num").map((each) => [each.attributes.numId ?? "", each]),
  );
  const lists = new Map<string, List>();
  for (const [id, num] of nums) {
    const abstract = resolve(num, abstracts, nums, styleLists);
    if (!abstract) continue;
    const levels = levelsOf(abstract);
    const starts = new Map<number, number>();
    for (const override of elements(num, "lvlOverride")) {
      const at = Number(override.attributes.ilvl ?? 0);
      const own = child(override, "lvl");
      if (own) levels.set(at, levelOf(own));
      const start = child(override, "startOverride")?.attributes.val;
      if (start !== undefined) starts.set(at, Number(start) || 0);
    }
    lists.set(id, { abstract: abstract.attributes.abstractNumId ?? "", levels, starts });
  }
  return lists;
}

/** Finds the definition of a list. A list may refer to a style, and the style's list to another style. */
function resolve(
  num: XmlElement,
  abstracts: Map<string, XmlElement>,
  nums: Map<string, XmlElement>,
  styleLists: Map<string, string>,
): XmlElement | undefined {
  let abstract = abstracts.get(child(num, "abstractNumId")?.attributes.val ?? "");
  for (let turns = 0; turns < 5 && abstract; turns++) {
    const link = child(abstract, "numStyleLink")?.attributes.val;
    if (!link || elements(abstract, "lvl").length > 0) return abstract;
    const target = nums.get(styleLists.get(link) ?? "");
    abstract = target && abstracts.get(child(target, "abstractNumId")?.attributes.val ?? "");
  }
  return abstract;
}

function levelsOf(abstract: XmlElement): Map<number, Level> {
  return new Map(
    elements(abstract, "lvl").map((each) => [Number(each.attributes.ilvl ?? 0), levelOf(each)]),
  );
}

function levelOf(element: XmlElement): Level {
  const value = (name: string) => child(element, name)?.attributes.val;
  const restart = value("lvlRestart");
  const legal = child(element, "isLgl");
  return {
    start: Number(value("start") ?? 0) || 0,
    format: value("numFmt") ?? child(element, "Choice/numFmt")?.attributes.val ?? "decimal",
    pattern: value("lvlText") ?? "",
    style: value("pStyle"),
    isLegal: legal !== undefined && !/^(0|false|off)$/.test(legal.attributes.val ?? ""),
    restartsAfter: restart === undefined ? undefined : Number(restart),
  };
}
