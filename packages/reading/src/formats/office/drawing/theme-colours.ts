import type { Archive } from "../../../archive/archive";
import { descendants, elements, parseXml, type XmlElement } from "../../../xml/xml";

/** Returns a colour as `#rrggbb` from an element that holds a fill; undefined where it names none. */
export type Colours = { accents: string[]; of(holder: XmlElement | undefined): string | undefined };

const usual: Record<string, string> = {
  dk1: "#000000",
  lt1: "#ffffff",
  dk2: "#44546a",
  lt2: "#e7e6e6",
  accent1: "#4472c4",
  accent2: "#ed7d31",
  accent3: "#a5a5a5",
  accent4: "#ffc000",
  accent5: "#5b9bd5",
  accent6: "#70ad47",
};

const alias: Record<string, string> = { tx1: "dk1", bg1: "lt1", tx2: "dk2", bg2: "lt2" };

/** Reads the colours of the first theme of an Office file; those of Office itself if there is none. */
export async function readThemeColours(archive: Archive): Promise<Colours> {
  const path = archive.names.find((name) => /\/theme\/theme\d*\.xml$/.test(name));
  const scheme = { ...usual };
  if (path)
    for (const set of descendants(parseXml(await archive.text(path)), "clrScheme"))
      for (const each of elements(set)) {
        const [colour] = elements(each);
        const value = colour?.attributes.lastClr ?? colour?.attributes.val;
        if (value && isHex(value)) scheme[each.name] = `#${value.toLowerCase()}`;
      }
  const accents = [1, 2, 3, 4, 5, 6].map((number) => scheme[`accent${number}`] ?? "#4472c4");
  return { accents, of: (holder) => colourIn(holder, scheme) };
}

function colourIn(
  holder: XmlElement | undefined,
  scheme: Record<string, string>,
): string | undefined {
  const fill = holder && elements(holder, "solidFill")[0];
  const [colour] = fill ? elements(fill) : [];
  if (!colour) return undefined;
  const { val = "", lastClr } = colour.attributes;
  const base = isHex(lastClr ?? val) ? `#${lastClr ?? val}` : scheme[alias[val] ?? val];
  return base && modified(base, colour);
}

function isHex(value: string): boolean {
  return /^[\da-f]{6}$/i.test(value);
}

/** Applies the lightness of a colour's variant, as in "accent 1, lighter 40 %". */
function modified(colour: string, { children }: XmlElement): string {
  let parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  for (const change of children) {
    if (typeof change === "string") continue;
    const share = (Number(change.attributes.val) || 0) / 100_000;
    if (/^(lumMod|shade)$/.test(change.name)) parts = parts.map((part) => part * share);
    else if (change.name === "lumOff") parts = parts.map((part) => part + 255 * share);
    else if (change.name === "tint") parts = parts.map((part) => part * share + 255 * (1 - share));
  }
  const hex = (part: number) =>
    Math.round(Math.min(255, Math.max(0, part)))
      .toString(16)
      .padStart(2, "0");
  return `#${parts.map(hex).join("")}`;
}
