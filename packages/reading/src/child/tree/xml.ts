import { load } from "cheerio";

/** An XML element by its local name; attributes by local and by full name. */
export type XmlElement = {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
};

/** Parses without entities of its own making, external ones or otherwise, so a hostile file cannot grow here. */
export function parseXml(text: string): XmlElement {
  return treeOf(
    load(text, { xml: { xmlMode: true, decodeEntities: true } })
      .root()
      .get(),
  );
}

/** HTML as browsers understand it, however broken. */
export function parseHtml(text: string): XmlElement {
  return treeOf(load(text).root().get());
}

function treeOf([document]: { children: Iterable<unknown> }[]): XmlElement {
  const root: XmlElement = { name: "", attributes: {}, children: [] };
  const open = [{ from: document?.children ?? [], to: root }];
  for (let next = open.pop(); next; next = open.pop()) {
    for (const node of next.from) {
      if (isText(node)) next.to.children.push(node.data);
      else if (isElement(node)) {
        const element = { name: local(node.name), attributes: named(node.attribs), children: [] };
        next.to.children.push(element);
        open.push({ from: node.children, to: element });
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

/** By full name and by local name; where both `r:id` and `id` stand, `id` is the one without a prefix. */
function named(attributes: Record<string, string>): Record<string, string> {
  const locals = Object.entries(attributes).map(([name, value]) => [local(name), value]);
  return { ...Object.fromEntries(locals), ...attributes };
}

export function elements({ children }: XmlElement, name?: string): XmlElement[] {
  return children.filter(
    (child): child is XmlElement => typeof child !== "string" && (!name || child.name === name),
  );
}

/** The first child of that name, or of the first name in a path such as `pPr/numPr/ilvl`. */
export function child(element: XmlElement | undefined, path: string): XmlElement | undefined {
  let found = element;
  for (const name of path.split("/")) {
    if (!found) return undefined;
    found = elements(found, name)[0];
  }
  return found;
}

/** All elements of that name beneath, in document order, none of them inside another. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  return elements(element).flatMap((each) =>
    each.name === name ? [each] : descendants(each, name),
  );
}

export function textOf(element: XmlElement | string): string {
  return typeof element === "string" ? element : element.children.map(textOf).join("");
}
