import type { Box } from "@besunny/document-model/parsed-document";
import { child, descendants, elements, textOf, type XmlElement } from "../../../xml/xml";
import { colorOf, isTooLow, isWhite } from "../../visible-letters";
import { isHiddenShape } from "../hidden-shapes";
import { isOutside } from "../is-outside";
import type { Layout } from "./layouts";
import { boxesOf } from "./transforms";

export type UnseenShapes = ReturnType<typeof findUnseenShapes>;

type Given = { size: { width: number; height: number }; hide: (text: string) => void };

/** Finds the shapes and words of a slide that nobody can see, and hands their words over. */
export function findUnseenShapes(slide: XmlElement, layout: Layout, { size, hide }: Given) {
  const isMoved = descendants(slide, "animMotion").length > 0;
  const roots = [slide, ...layout.roots];
  const hasGround = roots.some(hasColoredGround);
  const grounds = roots.flatMap((root) => descendants(root, "spTree").flatMap(groundsIn));

  return {
    /** Returns true for a shape that is hidden or beside the slide. A slide with motion may bring it in. */
    takes(shape: XmlElement, box: Box | undefined): boolean {
      const isAway = !isMoved && shape.name !== "cxnSp" && isOutside(box, size);
      if (!isAway && !isHiddenShape(shape)) return false;
      hide(descendants(shape, "t").map(textOf).join(" "));
      return true;
    },

    /** Returns a function that tells whether people can see a run of a shape. White words count as seen where anything is behind them. */
    runsOn(shape: XmlElement, box: Box | undefined, isPlaceholder: boolean) {
      const isOnGround =
        hasGround ||
        isPlaceholder ||
        !box ||
        isFilled(shape) ||
        grounds.some((ground) => ground.shape !== shape && meet(ground.box, box));
      return (run: XmlElement): boolean => {
        const properties = child(run, "rPr");
        const points = Number(properties?.attributes.sz ?? Number.NaN) / 100;
        if (!isTooLow(points) && (isOnGround || !isWhiteRun(properties))) return true;
        hide(elements(run, "t").map(textOf).join(""));
        return false;
      };
    },
  };
}

function isWhiteRun(properties: XmlElement | undefined): boolean {
  if (child(properties, "highlight")) return false;
  return isWhiteFill(child(properties, "solidFill"));
}

function isWhiteFill(fill: XmlElement | undefined): boolean {
  const color = colorOf(child(fill, "srgbClr")?.attributes.val);
  if (color) return isWhite(color);
  const scheme = child(fill, "schemeClr");
  return /^(bg1|lt1)$/.test(scheme?.attributes.val ?? "") && scheme?.children.length === 0;
}

/** Returns true if a slide, layout or master states a ground that is not plain white. */
function hasColoredGround(root: XmlElement): boolean {
  const isMapped = descendants(root, "clrMap").some(({ attributes }) => attributes.bg1 !== "lt1");
  return (
    isMapped ||
    descendants(root, "bg").some((ground) => {
      const reference = child(ground, "bgRef");
      if (reference) return !isWhiteFill(reference) || reference.attributes.idx !== "1001";
      const fill = child(ground, "bgPr/solidFill");
      return !fill || !isWhiteFill(fill);
    })
  );
}

function groundsIn(tree: XmlElement): { shape: XmlElement; box: Box | undefined }[] {
  return elements(tree).flatMap((shape) => {
    if (shape.name === "grpSp") return groundsIn(shape);
    const isGround = /^(pic|graphicFrame|AlternateContent)$/.test(shape.name) || isFilled(shape);
    const place = child(shape, "spPr/xfrm") ?? child(shape, "xfrm");
    return isGround ? [{ shape, box: boxesOf(place)?.[0] }] : [];
  });
}

function isFilled(shape: XmlElement): boolean {
  const properties = child(shape, "spPr");
  if (child(properties, "noFill")) return false;
  const solid = child(properties, "solidFill");
  if (solid) return !isWhiteFill(solid);
  const hasFill = ["gradFill", "blipFill", "pattFill", "grpFill"].some((name) =>
    child(properties, name),
  );
  return hasFill || Number(child(shape, "style/fillRef")?.attributes.idx ?? 0) > 0;
}

/** A ground without a place of its own, or one in a group, may be anywhere. */
function meet(ground: Box | undefined, [x, y, width, height]: Box): boolean {
  if (!ground) return true;
  const [left, top, across, down] = ground;
  return x < left + across && left < x + width && y < top + down && top < y + height;
}
