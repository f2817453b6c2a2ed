import type { XmlElement } from "../../xml/xml";
import { elements } from "../../xml/xml";

/** Returns a function for the number that a browser shows before an item; "" for bullets, which are not text. */
export function markersOf(list: XmlElement): (item: XmlElement) => string {
  if (list.name !== "ol") return () => "";
  const isReversed = list.attributes.reversed !== undefined;
  const first = isReversed ? elements(list, "li").length : 1;
  let next = whole(list.attributes.start) ?? first;
  return ({ attributes }) => {
    const number = whole(attributes.value) ?? next;
    next = number + (isReversed ? -1 : 1);
    return `${written(number, attributes.type ?? list.attributes.type ?? "1")}.`;
  };
}

function whole(value: string | undefined): number | undefined {
  return value !== undefined && /^\s*-?\d{1,9}\s*$/.test(value) ? Number(value) : undefined;
}

function written(number: number, type: string): string {
  if (number > 0 && number < 4_000 && /^i$/i.test(type))
    return type === "i" ? roman(number).toLowerCase() : roman(number);
  if (number > 0 && /^a$/i.test(type))
    return type === "a" ? letters(number) : letters(number).toUpperCase();
  return String(number);
}

function letters(number: number): string {
  const rest = number - 1;
  const last = String.fromCharCode(97 + (rest % 26));
  return rest < 26 ? last : letters(Math.floor(rest / 26)) + last;
}

const romans: [string, number][] = [
  ["M", 1_000],
  ["CM", 900],
  ["D", 500],
  ["CD", 400],
  ["C", 100],
  ["XC", 90],
  ["L", 50],
  ["XL", 40],
  ["X", 10],
  ["IX", 9],
  ["V", 5],
  ["IV", 4],
  ["I", 1],
];

function roman(number: number): string {
  let rest = number;
  let text = "";
  for (const [sign, value] of romans) for (; rest >= value; rest -= value) text += sign;
  return text;
}
