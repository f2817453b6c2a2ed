import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { families, fontBuffers } from "./fonts";

let loading: Promise<void> | undefined;

function load(): Promise<void> {
  loading ??= (async () => {
    const wasm = fileURLToPath(import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm"));
    await initWasm(await readFile(wasm));
  })();
  return loading;
}

/**
 * Draws an SVG as PNG, `width` pixels wide, on white or on `ground`. It runs no script, and reads no file and no address: the library is WebAssembly
 * without access to either. Throws an error of the library for what is no SVG.
 */
export async function rasterise(
  svg: string,
  { width, ground = "#ffffff" }: { width: number; ground?: string },
): Promise<Uint8Array> {
  await load();
  const drawing = new Resvg(svg, {
    fitTo: { mode: "width", value: width },
    background: ground,
    font: {
      fontBuffers: await fontBuffers(),
      defaultFontFamily: families.sans.name,
      sansSerifFamily: families.sans.name,
      serifFamily: families.serif.name,
      monospaceFamily: families.mono.name,
    },
  });
  try {
    const image = drawing.render();
    try {
      return image.asPng();
    } finally {
      image.free();
    }
  } finally {
    drawing.free();
  }
}
