import { elements, textOf, type XmlElement } from "../../../xml/xml";

import type { FoldedLines } from "./folded-lines";
import type { InvoiceLine } from "./invoice";

/**
 * A value and the path of the element that states it, such as `/Invoice/InvoiceLine[2]/ID`. `leave` makes it unread again, for values
 * that are not what was expected.
 */
export type Field = { text: string; path: string; element: XmlElement; leave: () => void };

export type FieldReader = ReturnType<typeof createFieldReader>;

/**
 * Reads values of an XML tree by paths of local names; `A|B` takes either name. Remembers the elements that were read, so that
 * `unread` returns all others and no value of a file is lost. `folded` has the lines that were read before. Without paths, `path` is
 * empty everywhere.
 */
export function createFieldReader(
  root: XmlElement,
  { hasPaths = true, folded }: { hasPaths?: boolean; folded?: FoldedLines } = {},
) {
  const paths: ReadonlyMap<XmlElement, string> = hasPaths ? pathsOf(root) : new Map();
  const done = new Set<XmlElement>();

  function find(from: XmlElement | undefined, path: string): XmlElement[] {
    let found = from ? [from] : [];
    for (const step of path.split("/")) {
      const names = step.split("|");
      found = found.flatMap((each) => elements(each).filter(({ name }) => names.includes(name)));
    }
    return found;
  }

  function toField(element: XmlElement): Field[] {
    done.add(element);
    const text = tidy(textOf(element));
    const leave = () => void done.delete(element);
    return text === "" ? [] : [{ text, path: paths.get(element) ?? "", element, leave }];
  }

  function fields(from: XmlElement | undefined, path: string): Field[] {
    return find(from, path).flatMap(toField);
  }

  return {
    find,
    fields,

    /** Returns the first value that one of the paths leads to; the others stay unread. */
    field(from: XmlElement | undefined, ...alternatives: string[]): Field | undefined {
      for (const path of alternatives)
        for (const element of find(from, path)) {
          const [found] = toField(element);
          if (found) return found;
        }
      return undefined;
    },

    /** Returns the lines that were read while the element was parsed. */
    linesOf: (element: XmlElement): InvoiceLine[] | undefined => folded?.get(element),

    pathOf: (element: XmlElement): string => paths.get(element) ?? "",

    /** Marks elements and all below them as read. */
    skip(from: XmlElement | undefined, path?: string) {
      const open = from ? (path ? find(from, path) : [from]) : [];
      for (let each = open.pop(); each; each = open.pop()) {
        done.add(each);
        for (const inner of elements(each)) open.push(inner);
      }
    },

    /** Returns the values below an element that nobody asked for, with the two names that lead to each. */
    unread(from: XmlElement): (Field & { names: string[] })[] {
      const left: (Field & { names: string[] })[] = [];
      const open = [{ element: from, above: "" }];
      for (let next = open.pop(); next; next = open.pop()) {
        const { element, above } = next;
        const inner = elements(element);
        if (done.has(element)) continue;
        if (inner.length === 0)
          for (const found of toField(element))
            left.push({ ...found, names: above ? [above, element.name] : [element.name] });
        const name = element === from ? "" : element.name;
        for (const each of inner.reverse()) open.push({ element: each, above: name });
      }
      return left;
    },
  };
}

function pathsOf(root: XmlElement): Map<XmlElement, string> {
  const paths = new Map<XmlElement, string>([[root, `/${root.name}`]]);
  const open = [root];
  for (let next = open.pop(); next; next = open.pop()) {
    const above = paths.get(next) ?? "";
    for (const alike of Map.groupBy(elements(next), ({ name }) => name).values())
      for (const [index, each] of alike.entries()) {
        paths.set(each, `${above}/${each.name}${alike.length > 1 ? `[${index + 1}]` : ""}`);
        open.push(each);
      }
  }
  return paths;
}

/** Keeps line ends, which part the lines of an address or a note. */
function tidy(text: string): string {
  return text
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}
