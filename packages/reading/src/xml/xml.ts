import { type CheerioAPI, load } from "cheerio";
import { Parser } from "htmlparser2";
import { tooLarge } from "../contract/refusals";

/** An XML element by its local name. Its attributes are stored by local and by full name. */
export type XmlElement = {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
};

/** Elements below this depth become siblings, so that no file can exhaust the stack of code that walks the tree. */
const deepest = 300;
const deepestRead = 10_000;

/**
 * Parses XML. Ignores entities that the file defines, external or internal, so that a hostile file cannot expand. Throws `TOO_LARGE` for
 * deeper nesting than any program writes. Calls `ended` for each element at its end, with the elements around it, outermost first.
 */
export function parseXml(
  text: string,
  ended?: (element: XmlElement, around: readonly XmlElement[]) => void,
): XmlElement {
  const root: XmlElement = { name: "", attributes: {}, children: [] };
  const open = [root];
  let beyond = 0;
  let current = root;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element = { name: local(name), attributes: named(attributes), children: [] };
        open.at(-1)?.children.push(element);
        current = element;
        if (open.length < deepest) open.push(element);
        else if (++beyond > deepestRead) throw tooLarge("The file is nested too deeply.");
      },
      onclosetag() {
        if (beyond > 0) beyond -= 1;
        else if (open.length > 1) {
          const element = open.pop();
          if (element) ended?.(element, open);
        }
        current = open.at(-1) ?? root;
      },
      ontext(piece) {
        const last = current.children.length - 1;
        const before = current.children[last];
        if (typeof before === "string") current.children[last] = before + piece;
        else current.children.push(piece);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(text);
  parser.end();
  return root;
}

/**
 * Parses XML and hands over each element of that name when it ends, with the elements around it, outermost first. The element is then forgotten, so
 * that a file with millions of them needs little memory. Elements of the name within others of the name stay in these. Throws as `parseXml`.
 */
export function parseXmlParts(
  text: string,
  names: ReadonlySet<string>,
  take: (element: XmlElement, around: readonly XmlElement[]) => void,
): void {
  const root: XmlElement = { name: "", attributes: {}, children: [] };
  const open = [root];
  let within = 0;
  let beyond = 0;
  const parser = new Parser(
    {
      onopentag(full, attributes) {
        const element = { name: local(full), attributes: named(attributes), children: [] };
        if (open.length >= deepest) {
          if (++beyond > deepestRead) throw tooLarge("The file is nested too deeply.");
          return;
        }
        if (names.has(element.name)) within += 1;
        if (within > 0) open.at(-1)?.children.push(element);
        open.push(element);
      },
      onclosetag() {
        if (beyond > 0) {
          beyond -= 1;
          return;
        }
        const element = open.length > 1 ? open.pop() : undefined;
        if (!element || !names.has(element.name)) return;
        within -= 1;
        if (within > 0) return;
        open.at(-1)?.children.pop();
        take(element, open);
      },
      ontext(piece) {
        const into = open.at(-1)?.children;
        if (within === 0 || !into) return;
        const last = into.length - 1;
        const before = into[last];
        if (typeof before === "string") into[last] = before + piece;
        else into.push(piece);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(text);
  parser.end();
}

/**
 * Parses HTML as browsers do, even if it is invalid. `prepare` may change the page before it becomes a tree. Throws `TOO_LARGE` for deeper nesting
 * than any program writes.
 */
export function parseHtml(text: string, prepare?: (page: CheerioAPI) => void): XmlElement {
  refuseDeep(text);
  const page = load(text);
  prepare?.(page);
  return treeOf(page.root().get());
}

/** Refuses too deep nesting and too many attributes, because a browser's parsing time grows with the square of both. */
function refuseDeep(text: string) {
  if (text.length < 3 * deepestRead) return;
  let depth = 0;
  let attributes = 0;
  const parser = new Parser({
    onattribute() {
      attributes += 1;
      if (attributes > deepestRead)
        throw tooLarge("An element of the file has too many attributes.");
    },
    onopentagname() {
      attributes = 0;
      depth += 1;
      if (depth > deepestRead) throw tooLarge("The file is nested too deeply.");
    },
    onclosetag() {
      depth -= 1;
    },
  });
  parser.write(text);
  parser.end();
}

function treeOf([document]: { children: Iterable<unknown> }[]): XmlElement {
  const root: XmlElement = { name: "", attributes: {}, children: [] };
  const open = [{ from: document?.children ?? [], to: root, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    for (const node of next.from) {
      if (isText(node)) next.to.children.push(node.data);
      else if (isElement(node)) {
        const element = { name: local(node.name), attributes: named(node.attribs), children: [] };
        next.to.children.push(element);
        open.push({
          from: node.children,
          to: next.depth < deepest ? element : next.to,
          depth: next.depth + 1,
        });
      }
    }
  }
  return root;
}

function isText(node: unknown): node is { data: string } {
  return isNode(node) && node.type === "text" && typeof node.data === "string";
}

type Node = { type: unknown; data?: unknown };
type ElementNode = { name: string; attribs: Record<string, string>; children: unknown[] };

function isNode(node: unknown): node is Node {
  return typeof node === "object" && node !== null && "type" in node;
}

function isElement(node: unknown): node is ElementNode {
  if (isNode(node) && node.type === "cdata") Object.assign(node, { name: "cdata", attribs: {} });
  return isNode(node) && "name" in node && "children" in node && node.type !== "directive";
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** Stores attributes by full name and by local name. If both `r:id` and `id` exist, `id` is the one without a prefix. */
function named(attributes: Record<string, string>): Record<string, string> {
  const both: Record<string, string> = {};
  for (const name of Object.keys(attributes)) {
    const value = attributes[name] ?? "";
    both[name] = value;
    const short = local(name);
    if (short !== name && !(short in attributes)) both[short] = value;
  }
  return both;
}

export function elements({ children }: XmlElement, name?: string): XmlElement[] {
  return children.filter(
    (child): child is XmlElement => typeof child !== "string" && (!name || child.name === name),
  );
}

/** Returns the first child with that name. For a path such as `pPr/numPr/ilvl`, follows the path. */
export function child(element: XmlElement | undefined, path: string): XmlElement | undefined {
  let found = element;
  for (const name of path.split("/")) {
    if (!found) return undefined;
    found = found.children.find(
      (each): each is XmlElement => typeof each !== "string" && each.name === name,
    );
  }
  return found;
}

/** Returns all elements with that name below an element, in document order, none of them inside another. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  gather(element, name, found);
  return found;
}

function gather(element: XmlElement, name: string, found: XmlElement[]) {
  for (const each of element.children) {
    if (typeof each === "string") continue;
    if (each.name === name) found.push(each);
    else gather(each, name, found);
  }
}

export function textOf(element: XmlElement | string): string {
  if (typeof element === "string") return element;
  let text = "";
  for (const each of element.children) text += textOf(each);
  return text;
}
