import { texOf } from "../../office/math/math-symbols";
import type { PropertySet } from "../store/properties";
import { propertyIds } from "../store/property-ids";

/** A run of an equation, and what the file states for the structure that begins in it. */
export type MathRun = { text: string; data: PropertySet | undefined };

const opening = "\ufdd0";
const separator = "\ufdee";
const closing = "\ufdef";

type Structure = { data: PropertySet | undefined; parts: string[] };

const deepest = 100;

/** Returns an equation in LaTeX. Noncharacters in its text begin, part and end structures ([MS-ONE] 2.2.85, tom.h). */
export function mathText(runs: readonly MathRun[]): string {
  const open: Structure[] = [{ data: undefined, parts: [""] }];
  const write = (text: string) => {
    const parts = open.at(-1)?.parts ?? [];
    parts.push(`${parts.pop() ?? ""}${text}`);
  };
  for (const { text, data } of runs)
    for (const sign of text)
      if (sign === opening && open.length < deepest) open.push({ data, parts: [""] });
      else if (sign === separator) open.at(-1)?.parts.push("");
      else if (sign === closing && open.length > 1) write(latexOf(open.pop()));
      else if (!/[\0\ufffc\ufdd0-\ufdef]/.test(sign)) write(texOf(sign));
  while (open.length > 1) write(latexOf(open.pop()));
  return (open[0]?.parts ?? []).join(" ").replace(/ {2,}/g, " ").trim();
}

function latexOf(structure: Structure | undefined): string {
  const parts = structure?.parts.map((part) => part.trim()) ?? [];
  const write = writings[structure?.data?.numbers.get(propertyIds.mathType) ?? -1];
  return write ? write(parts, signOf(structure, propertyIds.mathCharacter)) : parts.join(" ");
}

function signOf(structure: Structure | undefined, id: number): string {
  const code = structure?.data?.numbers.get(id) ?? 0;
  return code > 0 ? texOf(String.fromCharCode(code)) : "";
}

type Write = (parts: string[], sign: string) => string;

const fraction: Write = ([above = "", below = ""]) => `\\frac{${above}}{${below}}`;

/** By the numbers of structures in tom.h. */
const writings: Record<number, Write> = {
  13: (parts, sign) => `${sign || "("}${parts.join(" ")}${closingOf[sign || "("] ?? ""}`,
  16: fraction,
  17: ([name = "", argument = ""]) => `${name}(${argument})`,
  18: ([below = "", above = "", base = ""]) => `{}_{${below}}^{${above}}${base}`,
  19: ([base = "", limit = ""]) => `${base}_{${limit}}`,
  21: ([below = "", above = "", body = ""], sign) => {
    const lower = below === "" ? "" : `_{${below}}`;
    return `${sign}${lower}${above === "" ? "" : `^{${above}}`} ${body}`;
  },
  23: ([base = ""]) => `\\overline{${base}}`,
  25: ([first = "", second = ""]) =>
    second === "" || first === "" ? `\\sqrt{${first || second}}` : `\\sqrt[${first}]{${second}}`,
  26: ([above = "", below = ""]) => `${above}/${below}`,
  29: ([base = "", below = ""]) => `${base}_{${below}}`,
  30: ([base = "", below = "", above = ""]) => `${base}_{${below}}^{${above}}`,
  31: ([base = "", above = ""]) => `${base}^{${above}}`,
  32: ([base = ""]) => `\\underline{${base}}`,
  33: ([base = "", limit = ""]) => `${base}^{${limit}}`,
};

const closingOf: Record<string, string> = { "(": ")", "[": "]", "{": "}", "|": "|" };
