import { declarationsOf } from "./declarations";

/** A selector of a style sheet and the declarations of its rule that may hide words. */
export type StyleRule = { selector: string; style: string; weight: number };

const mostCharacters = 200_000;
const mostRules = 400;

/** Returns the rules that may hide words, the weakest first. Rules for paper, for other widths and for states such as hovering are left. */
export function styleRules(css: string): StyleRule[] {
  const rules: StyleRule[] = [];
  const text = css.slice(0, mostCharacters).replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, " ");
  collect(text, rules);
  return rules.sort((a, b) => a.weight - b.weight);
}

function collect(css: string, rules: StyleRule[]) {
  let at = 0;
  while (at < css.length && rules.length < mostRules) {
    const open = css.indexOf("{", at);
    if (open < 0) return;
    const head = css.slice(at, open).split(/[;}]/).at(-1)?.trim() ?? "";
    const close = closeOf(css, open);
    const body = css.slice(open + 1, close);
    if (/^@media\s+(only\s+)?(all|screen)\s*$/i.test(head)) collect(body, rules);
    else if (!head.startsWith("@")) add(head, body, rules);
    at = close + 1;
  }
}

function closeOf(css: string, open: number): number {
  let depth = 0;
  for (let at = open; at < css.length; at += 1) {
    if (css[at] === "{") depth += 1;
    else if (css[at] === "}" && --depth === 0) return at;
  }
  return css.length;
}

function add(head: string, body: string, rules: StyleRule[]) {
  const style = Object.entries(declarationsOf(body))
    .map(([name, value]) => `${name}:${value}`)
    .join(";");
  if (style === "") return;
  for (const selector of head.split(",")) {
    // A state or a part that the page makes up is not in the tree.
    if (
      rules.length >= mostRules ||
      /::?(?!not\(|first-child|last-child|nth-child|root)/.test(selector)
    )
      continue;
    rules.push({ selector: selector.trim(), style, weight: weightOf(selector) });
  }
}

function weightOf(selector: string): number {
  const count = (pattern: RegExp) => selector.match(pattern)?.length ?? 0;
  return 10_000 * count(/#/g) + 100 * count(/[.[:]/g) + count(/(^|[\s>+~])[a-z]/gi);
}
