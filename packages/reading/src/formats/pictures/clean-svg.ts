import { Parser } from "htmlparser2";
import { families, familyFor } from "./fonts";

const mostElements = 500_000;
const deepestPicture = 3;

/**
 * Returns an SVG that can be drawn: well-formed, each attribute once, with the fonts that stand in for those it names. Leaves out scripts,
 * foreign content, and every reference to a file or address; only data in the SVG itself and its own parts remain. SVG pictures in it become parts of
 * it, because their text would not be drawn.
 */
export function cleanSvg(svg: string): string {
  return cleaned(svg, { depth: 0, prefix: "", pictures: { count: 0 } });
}

/** `prefix` keeps the ids of a picture apart from those around it. */
type Place = { depth: number; prefix: string; pictures: { count: number } };

function cleaned(svg: string, place: Place): string {
  const parts: string[] = [];
  const open: string[] = [];
  let left = 0;
  let count = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (left > 0 || isLeftOut(name) || ++count > mostElements) {
          left += 1;
          return;
        }
        const picture = name === "image" ? svgIn(attributes) : null;
        if (picture !== null) {
          open.push("g");
          parts.push(`<g${attributesOf(placing(attributes), place)}>`);
          parts.push(asPart(picture, attributes, place));
          return;
        }
        open.push(name);
        parts.push(`<${name}${attributesOf(attributes, place)}>`);
      },
      onclosetag() {
        if (left > 0) left -= 1;
        else parts.push(`</${open.pop() ?? ""}>`);
      },
      ontext(text) {
        if (left === 0) parts.push(escaped(text));
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(svg);
  parser.end();
  return parts.join("");
}

function isLeftOut(name: string): boolean {
  return /(^|:)(script|foreignObject|iframe|handler|metadata)$/i.test(name);
}

function attributesOf(attributes: Record<string, string>, { prefix }: Place): string {
  return Object.entries(attributes)
    .flatMap(([name, value]) => attributeOf(name, value, prefix))
    .join("");
}

function attributeOf(name: string, value: string, prefix: string): string[] {
  if (/^on|^data-/i.test(name)) return [];
  if (/(^|:)href$/.test(name)) {
    if (!/^\s*(#|data:image\/)/i.test(value)) return [];
    return [` ${name}="${escaped(value.replace(/^\s*#/, `#${prefix}`))}"`];
  }
  if (name === "font-family") return [` font-family="${fontOf(value)}"`];
  const own = name === "id" ? prefix + value : value.replace(/url\((["']?)#/g, `url($1#${prefix}`);
  return [` ${name}="${escaped(own)}"`];
}

function fontOf(value: string): string {
  const [first = ""] = value.split(",");
  return families[familyFor(first)].name;
}

/** Returns the SVG that a picture holds as data, or null. */
function svgIn(attributes: Record<string, string>): string | null {
  const href = attributes.href ?? attributes["xlink:href"] ?? "";
  const [, encoding, data] =
    /^\s*data:image\/svg\+xml[^,]*?(;base64)?,([\s\S]*)$/i.exec(href) ?? [];
  if (data === undefined) return null;
  try {
    return encoding ? Buffer.from(data, "base64").toString() : decodeURIComponent(data);
  } catch {
    return null;
  }
}

/** The place stays on the part itself; all else, such as a clip or a turn, goes to the group around it. */
function placing(attributes: Record<string, string>): Record<string, string> {
  const {
    x,
    y,
    width,
    height,
    href,
    "xlink:href": old,
    preserveAspectRatio,
    ...others
  } = attributes;
  return others;
}

function asPart(svg: string, around: Record<string, string>, place: Place): string {
  if (place.depth >= deepestPicture) return "";
  place.pictures.count += 1;
  const prefix = `p${place.pictures.count}-`;
  const whole = cleaned(svg, { ...place, depth: place.depth + 1, prefix });
  const start = whole.search(/<svg\b/);
  const [tag = ""] = /^<svg\b[^>]*>/.exec(whole.slice(Math.max(0, start))) ?? [];
  if (start < 0 || tag === "") return "";
  const own = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  const [width, height] = [
    Number.parseFloat(own("width") ?? ""),
    Number.parseFloat(own("height") ?? ""),
  ];
  const box = own("viewBox") ?? (width > 0 && height > 0 ? `0 0 ${width} ${height}` : undefined);
  const spaces = tag.match(/\sxmlns(:\w+)?="[^"]*"/g)?.join("") ?? "";
  const at = ["x", "y", "width", "height", "preserveAspectRatio"].flatMap((name) =>
    around[name] === undefined ? [] : [` ${name}="${escaped(around[name])}"`],
  );
  const opened = `<svg${spaces}${at.join("")}${box ? ` viewBox="${box}"` : ""}>`;
  return opened + whole.slice(start + tag.length).replace(/\s+$/, "");
}

/** Characters that XML forbids would make the whole drawing unreadable. */
function escaped(text: string): string {
  return text
    .replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
