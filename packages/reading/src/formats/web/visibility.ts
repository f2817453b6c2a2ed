import { descendants, textOf, type XmlElement } from "../../xml/xml";

const silent = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "svg",
  "head",
  "iframe",
  "frame",
  "object",
  "applet",
  "embed",
  "datalist",
  "audio",
  "video",
  "canvas",
  "map",
  "progress",
  "meter",
]);

/** Returns false for code, frames and closed dialogs, which hold no words of the page. */
export function isContent({ name, attributes }: XmlElement): boolean {
  if (silent.has(name)) return false;
  if (name === "dialog" && attributes.open === undefined) return false;
  return name !== "input" || attributes.type !== "hidden";
}

/** Returns true if the element is read. What styles hide has been taken out before. */
export function isSeen(element: XmlElement): boolean {
  return isContent(element) && !isOrnament(element);
}

/** Returns true for signs that the page keeps from those who hear it: icons, marks for links, a formula that is there a second time. */
function isOrnament(element: XmlElement): boolean {
  const { name, attributes } = element;
  if (attributes["aria-hidden"] !== "true") return false;
  if (
    name === "a" ||
    name === "i" ||
    /\b(katex-html|material-icons?|icon)\b/.test(attributes.class ?? "")
  )
    return true;
  return !/[\p{L}\p{N}]/u.test(textOf(element));
}

const sectioning = new Set(["article", "main", "section", "aside", "blockquote", "td", "dialog"]);

/** True where a header or footer belongs to a part of the page, not to the page. */
export function isSectioning({ name, attributes }: XmlElement): boolean {
  return sectioning.has(name) || attributes.role === "main" || attributes.role === "article";
}

/** Navigation, banners, imprints and consent bars of a page. A banner that holds the page's heading is part of the text. */
export function landmarkOf(
  element: XmlElement,
  isInSection: boolean,
): "header" | "footer" | undefined {
  const { name, attributes } = element;
  const role = attributes.role ?? "";
  if (name === "nav" || role === "navigation" || role === "search" || role === "menubar")
    return "header";
  if (role === "contentinfo" || (name === "footer" && !isInSection)) return "footer";
  if (isConsent(attributes) && textOf(element).length < 3_000) return "footer";
  if (role === "banner" || (name === "header" && !isInSection))
    return ["h1", "h2"].some((heading) => descendants(element, heading).length > 0)
      ? undefined
      : "header";
  return undefined;
}

function isConsent({ id = "", class: className = "" }: Record<string, string>): boolean {
  return /(^|[\s_-])(cookie|consent|gdpr)s?[_-]?(banner|bar|notice|consent|popup|dialog|overlay|law|message|modal)\b/i.test(
    `${id} ${className}`.slice(0, 500),
  );
}

/** Returns true if at least a third of the page's text is outside of its landmarks. */
export function areLandmarksTelling(root: XmlElement): boolean {
  let inside = 0;
  let outside = 0;
  function weigh(element: XmlElement, isInSection: boolean, isWithin: boolean) {
    for (const child of element.children) {
      if (typeof child === "string") {
        const length = child.trim().length;
        if (isWithin) inside += length;
        else outside += length;
      } else if (isSeen(child))
        weigh(
          child,
          isInSection || isSectioning(child),
          isWithin || landmarkOf(child, isInSection) !== undefined,
        );
    }
  }
  weigh(root, false, false);
  return outside >= inside / 2;
}
