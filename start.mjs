// The entry of `npm start`, `npm test`, `pnpm dev` and `pnpm check`: plain JavaScript that runs on Node 20 before anything
// is installed.
const [major = 0] = process.versions.node.split(".").map(Number);
const verb = process.argv[2] ?? "start";

const verbs = {
  start: async () => (await import("./tooling/start/start.mjs")).start(),
  dev: async () => (await import("./tooling/start/start.mjs")).start({ development: true }),
  test: async () => (await import("./tooling/start/test.mjs")).test(),
  check: async () => (await import("./tooling/start/test.mjs")).test({ quickly: true }),
};

if (major < 20)
  giveUp(
    `BeSunny needs Node 20 or newer, and this is ${process.versions.node}. Get one from nodejs.org.`,
  );
if (!Object.hasOwn(verbs, verb))
  giveUp(`There is no "${verb}". Say one of: ${Object.keys(verbs).join(", ")}.`);

try {
  await verbs[verb]();
} catch (error) {
  (await import("./tooling/start/say.mjs")).tell(error);
  process.exit(1);
}

function giveUp(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
