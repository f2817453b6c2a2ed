import type { Archive } from "../../../archive/archive";
import { child, descendants, elements, parseXml, type XmlElement } from "../../../xml/xml";
import { partsOfKind, type Relations, readRelations } from "../relations";

export type Placeholder = { type: string; index: string };

/** The properties that a slide inherits from its layout and the layout's master. */
export type Layout = {
  /** Returns the position of a placeholder, for slides that do not define one. */
  transformOf(placeholder: Placeholder): XmlElement | undefined;
  /** The shapes on every slide of the layout, without the placeholders. */
  shapes: XmlElement[];
  /** The layout and its master. */
  roots: XmlElement[];
  /** Returns the styles of the text levels in the placeholder, nearest first. */
  stylesOf(placeholder: Placeholder | null): XmlElement[];
};

export function createLayouts(archive: Archive) {
  const shapes = new Map<string, Promise<{ root: XmlElement; relations: Relations }>>();
  const open = (path: string) => {
    const known = shapes.get(path);
    if (known) return known;
    const opened = (async () => ({
      root: parseXml(await archive.text(path)),
      relations: await readRelations(archive, path),
    }))();
    shapes.set(path, opened);
    return opened;
  };

  /** Returns the layout of a slide, from the slide's relations. */
  return async function layoutOf(relations: Relations): Promise<Layout> {
    const [path] = partsOfKind(relations, /^slideLayout$/, archive);
    const layout = path ? await open(path) : undefined;
    const [above] = layout ? partsOfKind(layout.relations, /^slideMaster$/, archive) : [];
    const master = above ? await open(above) : undefined;
    const levels = [layout?.root, master?.root].flatMap((root) => root ?? []);
    return {
      roots: levels,
      shapes: levels.flatMap((root) =>
        descendants(root, "sp").filter((shape) => placeholderOf(shape) === null),
      ),
      transformOf: (placeholder) =>
        matching(levels, placeholder).flatMap((shape) => child(shape, "spPr/xfrm") ?? [])[0],
      stylesOf: (placeholder) => [
        ...(placeholder ? matching(levels, placeholder) : []).flatMap(
          (shape) => child(shape, "txBody/lstStyle") ?? [],
        ),
        ...masterStyles(master?.root, placeholder),
      ],
    };
  };
}

export function placeholderOf(shape: XmlElement): Placeholder | null {
  for (const each of elements(shape))
    if (/^nv\w*Pr$/.test(each.name)) {
      const found = child(each, "nvPr/ph");
      if (found)
        return { type: found.attributes.type ?? "obj", index: found.attributes.idx ?? "0" };
    }
  return null;
}

function matching(levels: XmlElement[], { type, index }: Placeholder): XmlElement[] {
  return levels.flatMap((root, depth) => {
    const shapes = descendants(root, "sp");
    const like = (shape: XmlElement) => alike(placeholderOf(shape)?.type ?? "", type);
    const found =
      (depth === 0 && index !== "0"
        ? shapes.find((shape) => placeholderOf(shape)?.index === index)
        : undefined) ?? shapes.find(like);
    return found ? [found] : [];
  });
}

function alike(one: string, other: string): boolean {
  const group = (type: string) =>
    /title/i.test(type) && type !== "subTitle"
      ? "title"
      : /^(obj|body|subTitle|tbl|chart|dgm|media|clipArt|pic)$/.test(type)
        ? "body"
        : type;
  return group(one) === group(other);
}

function masterStyles(
  master: XmlElement | undefined,
  placeholder: Placeholder | null,
): XmlElement[] {
  const [styles] = master ? descendants(master, "txStyles") : [];
  const name = !placeholder
    ? "otherStyle"
    : alike(placeholder.type, "title")
      ? "titleStyle"
      : alike(placeholder.type, "body")
        ? "bodyStyle"
        : "otherStyle";
  const found = child(styles, name);
  return found ? [found] : [];
}
