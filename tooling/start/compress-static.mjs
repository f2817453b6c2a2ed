import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

/** Below this, a packet holds the file as it is. */
const LEAST_BYTES = 1_000;
const texts = /\.(js|css|json|svg|txt|wasm)$/;

/** Writes a brotli form beside each text of a folder, as small as it gets, once at build time. `serve-static.ts` sends it. */
for (const folder of process.argv.slice(2))
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const path = join(folder, name);
    if (!texts.test(name) || statSync(path).size < LEAST_BYTES) continue;
    const bytes = readFileSync(path);
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    };
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }));
  }
