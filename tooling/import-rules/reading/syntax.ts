import { type Node, type ParseResult, parseSync, visitorKeys } from "oxc-parser";

/** Parses TypeScript or JavaScript. Throws with the file's name when the source does not parse. */
export function parse(path: string, text: string): ParseResult {
  const lang = /\.(tsx|jsx)$/.test(path) ? "tsx" : "ts";
  const parsed = parseSync(path, text, { lang, astType: "ts", range: true });
  const [error] = parsed.errors;
  if (error) throw new Error(`${path} does not parse: ${error.message}`);
  return parsed;
}

/** Visits every node below and including `root`, parents first. */
export function walk(root: Node, visit: (node: Node, parent: Node | null) => void): void {
  const visitBelow = (node: Node, parent: Node | null): void => {
    visit(node, parent);
    for (const child of childrenOf(node)) visitBelow(child, node);
  };
  visitBelow(root, null);
}

/** Returns the text of a string literal or of a template without expressions, else null. */
export function textOf(node: Node | null | undefined): string | null {
  if (!node) return null;
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  if (node.type !== "TemplateLiteral" || node.expressions.length > 0) return null;
  return node.quasis[0]?.value.cooked ?? null;
}

/** Returns the name of a property key, or null where only the running program knows it. */
export function keyOf(key: Node, isComputed: boolean): string | null {
  if (!isComputed && key.type === "Identifier") return key.name;
  return textOf(key);
}

/** Returns the expression inside parentheses, `as`, `satisfies` and `!`. */
export function unwrap(node: Node): Node {
  return isWrapper(node) ? unwrap(node.expression) : node;
}

type Wrapper = Extract<
  Node,
  {
    type:
      | "ParenthesizedExpression"
      | "TSAsExpression"
      | "TSSatisfiesExpression"
      | "TSNonNullExpression"
      | "TSTypeAssertion"
      | "ChainExpression";
  }
>;

/** Tells whether a node leaves the value of its expression as it is. */
export function isWrapper(node: Node): node is Wrapper {
  return (
    node.type === "ParenthesizedExpression" ||
    node.type === "TSAsExpression" ||
    node.type === "TSSatisfiesExpression" ||
    node.type === "TSNonNullExpression" ||
    node.type === "TSTypeAssertion" ||
    node.type === "ChainExpression"
  );
}

function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (const key of visitorKeys[node.type] ?? []) {
    const value: unknown = Reflect.get(node, key);
    if (isNode(value)) children.push(value);
    else if (Array.isArray(value)) for (const one of value) if (isNode(one)) children.push(one);
  }
  return children;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value;
}
