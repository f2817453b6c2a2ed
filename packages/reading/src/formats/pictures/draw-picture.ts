import { emfToSvg, wmfToSvg } from "pptx-svg";
import { unsupported } from "../../contract/refusals";
import { cleanSvg } from "./clean-svg";
import { drawingType } from "./picture-kind";
import { sizeOfPicture } from "./picture-size";
import { rasterise } from "./rasterise";

const leastWidth = 320;

/**
 * Draws an SVG, EMF or WMF as PNG, up to `width` pixels wide and without much enlargement. Returns null for bytes of another kind. Throws
 * `UNSUPPORTED_TYPE` for a drawing that cannot be drawn.
 */
export async function drawPicture(bytes: Buffer, width: number): Promise<Uint8Array | null> {
  const mediaType = drawingType(bytes);
  if (!mediaType) return null;
  const own = await sizeOfPicture({ bytes, mediaType });
  try {
    const svg = cleanSvg(svgOf(bytes, mediaType));
    if (!/<(path|rect|circle|ellipse|line|poly\w+|text|image|use)\b/.test(svg)) throw undrawn();
    const shown = own.width > 0 ? Math.max(leastWidth, 2 * own.width) : width;
    return await rasterise(svg, { width: Math.min(width, shown), ground: "rgba(255,255,255,0)" });
  } catch (cause) {
    throw cause instanceof Error && cause.name === "ReadingError" ? cause : undrawn();
  }
}

function svgOf(bytes: Buffer, mediaType: string): string {
  if (mediaType === "image/svg+xml") return new TextDecoder().decode(bytes);
  const own = new Uint8Array(bytes);
  return mediaType === "image/emf" ? emfToSvg(own) : wmfToSvg(own);
}

function undrawn() {
  return unsupported(
    "A drawing of this kind cannot be shown; it",
    "Download the original to see it.",
  );
}
