import type { Comparison } from "./query";

/** A token of a query. `start` is its place in the text. */
export type Token = { start: number; end: number } & (
  | { kind: "open" }
  | { kind: "close" }
  | { kind: "or" }
  | { kind: "minus" }
  | { kind: "word"; text: string }
  | { kind: "phrase"; text: string }
  | { kind: "condition"; key: string; is: Comparison; values: string[] }
);

const quotes: Record<string, string> = { '"': '"', "“": "”", "„": "“", "«": "»" };
const keyForm =
  /^(field\."(?:[^"\\]|\\.){1,60}"|[\p{L}][\p{L}\p{N}_.-]{0,60})(:(?:>=|<=|>|<|=)?|>=|<=|>|<|=)(?=[^\s()])/u;

/** Cuts the text of a query into tokens. No text is an error. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const token = /\s/.test(text[at] ?? "") ? null : tokenAt(text, at);
    if (token) tokens.push(token);
    at = token ? token.end : at + 1;
  }
  return tokens;
}

function tokenAt(text: string, start: number): Token | null {
  const rest = text.slice(start);
  const [first = "", second = ""] = rest;
  if (first === "(") return { kind: "open", start, end: start + 1 };
  if (first === ")") return { kind: "close", start, end: start + 1 };
  if ((first === "-" || first === "−") && /[^\s\-−)]/.test(second))
    return { kind: "minus", start, end: start + 1 };
  const quoted = quotedAt(text, start);
  if (quoted) return quoted.text.trim() === "" ? null : { kind: "phrase", start, ...quoted };
  const connective = /^(?:OR|\|{1,2})(?=[\s()]|$)/.exec(rest);
  if (connective) return { kind: "or", start, end: start + connective[0].length };
  if (/^NOT(?=[\s()]|$)/.test(rest)) return { kind: "minus", start, end: start + 3 };
  const key = keyForm.exec(rest);
  const condition = key && conditionAt(text, start, key);
  if (condition) return condition;
  const word = /^[^\s()]+/.exec(rest)?.[0] ?? "";
  return { kind: "word", text: word, start, end: start + word.length };
}

function conditionAt(
  text: string,
  start: number,
  [written, key = "", sign = ""]: RegExpExecArray,
): Token | null {
  const values: string[] = [];
  let at = start + written.length;
  for (;;) {
    const quoted = quotedAt(text, at);
    const plain = /^[^\s(),"]+/.exec(text.slice(at))?.[0] ?? "";
    const value = quoted?.text ?? plain;
    if (value.trim() === "") break;
    values.push(value.trim());
    at = quoted?.end ?? at + plain.length;
    if (text[at] !== "," || !/[^\s),]/.test(text[at + 1] ?? "")) break;
    at += 1;
  }
  if (values.length === 0) return null;
  return {
    kind: "condition",
    key: key.replace(/^field\."(.*)"$/u, (_, name: string) => `field.${unescaped(name)}`),
    is: comparisonOf(sign),
    values: joined(values),
    start,
    end: at,
  };
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/gu, "$1");
}

/** "5,000" is one number, not two values. */
function joined(values: string[]): string[] {
  const isNumber = values.length > 1 && /^\D{0,4}\d{1,3}$/.test(values[0] ?? "");
  return isNumber && values.slice(1).every((each) => /^\d{3}(?:\.\d+)?\D{0,4}$/.test(each))
    ? [values.join("")]
    : values;
}

function comparisonOf(sign: string): Comparison {
  const plain = sign
    .replace(/^:(?=.)/, "")
    .replace("=", sign.includes(">") || sign.includes("<") ? "=" : ":");
  return plain === ">" || plain === ">=" || plain === "<" || plain === "<=" ? plain : ":";
}

/** A mark within quotes has a backslash before it. A quotation that does not close ends with the text. */
function quotedAt(text: string, start: number): { text: string; end: number } | null {
  const close = quotes[text[start] ?? ""];
  if (!close) return null;
  let said = "";
  for (let at = start + 1; at < text.length; at += 1) {
    const letter = text[at] ?? "";
    if (letter === close) return { text: said, end: at + 1 };
    if (letter === "\\" && at + 1 < text.length) at += 1;
    said += text[at] ?? "";
  }
  return { text: said, end: text.length };
}
