/** A property of a calendar or contact card. Names are in capitals. */
export type Property = { name: string; parameters: Map<string, string>; value: string };

export type Component = { name: string; properties: Property[]; components: Component[] };

const deepest = 20;

/**
 * Parses the components of iCalendar or vCard text. This is own code, because libraries refuse a whole calendar for one bad line. It skips
 * invalid lines, closes components without an end, and joins lines that were broken without folding.
 */
export function parseCalendar(text: string): Component[] {
  const root: Component = { name: "", properties: [], components: [] };
  const open = [root];
  for (const line of unfolded(text)) {
    const property = propertyOf(line);
    const current = open.at(-1) ?? root;
    if (!property) {
      const last = current.properties.at(-1);
      if (last && line.trim() !== "") last.value += ` ${line.trim()}`;
    } else if (property.name === "BEGIN" && open.length < deepest) {
      const name = property.value.trim().toUpperCase();
      const same = open.findIndex((each) => each.name === name);
      if (same > 0) open.length = same;
      const component = {
        name,
        properties: [],
        components: [],
      };
      (open.at(-1) ?? root).components.push(component);
      open.push(component);
    } else if (property.name === "END") {
      const name = property.value.trim().toUpperCase();
      const place = open.findLastIndex((each) => each.name === name);
      if (place > 0) open.length = place;
    } else current.properties.push(property);
  }
  return root.components;
}

function* unfolded(text: string): Iterable<string> {
  let pieces: string[] = [];
  for (const line of text.replace(/^\ufeff/, "").split(/\r\n?|\n/)) {
    if (/^[ \t]/.test(line)) pieces.push(line.slice(1));
    else {
      if (pieces.length > 0) yield pieces.join("");
      pieces = [line];
    }
  }
  if (pieces.length > 0) yield pieces.join("");
}

const nameOfProperty = /^(?:[\w-]+\.)?([A-Za-z][\w-]{0,60})(?=[;:])/;

function propertyOf(line: string): Property | null {
  const name = nameOfProperty.exec(line);
  if (!name?.[1]) return null;
  const parameters = new Map<string, string>();
  let at = name[0].length;
  while (line[at] === ";") {
    const end = endOfParameter(line, at + 1);
    const [key = "", ...value] = line.slice(at + 1, end).split("=");
    parameters.set(key.toUpperCase(), value.join("=").replaceAll('"', ""));
    at = end;
  }
  return line[at] === ":"
    ? { name: name[1].toUpperCase(), parameters, value: line.slice(at + 1) }
    : null;
}

function endOfParameter(line: string, from: number): number {
  let isQuoted = false;
  for (let at = from; at < line.length; at++) {
    const character = line[at];
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === ";" || character === ":")) return at;
  }
  return line.length;
}

/** Returns the text of a property's value without escapes. */
export function textOfProperty({ value, parameters }: Property): string {
  const plain = /^quoted-printable$/i.test(parameters.get("ENCODING") ?? "")
    ? quoted(value)
    : value;
  return plain
    .replace(/\\([nN,;:\\"])/g, (_, sign: string) => (/n/i.test(sign) ? "\n" : sign))
    .trim();
}

function quoted(value: string): string {
  const bytes = value.replace(/=([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return Buffer.from(bytes, "latin1").toString("utf8");
}

export function propertiesOf(component: Component, name: string): Property[] {
  return component.properties.filter((property) => property.name === name);
}

/** Returns the text of the first property with that name, or "" if there is none. */
export function textNamed(component: Component, name: string): string {
  const [property] = propertiesOf(component, name);
  return property ? textOfProperty(property) : "";
}
