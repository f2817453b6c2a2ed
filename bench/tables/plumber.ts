import { spawn } from "node:child_process";
import { endToEnd } from "./found";
import type { Count } from "./relations";
import type { TruthDocument } from "./truth";

const script = `
import json, sys, pdfplumber
for line in sys.stdin:
    tables = []
    with pdfplumber.open(json.loads(line)) as pdf:
        for number, page in enumerate(pdf.pages, 1):
            for table in page.find_tables():
                cells = []
                for r, row in enumerate(table.extract()):
                    for c, text in enumerate(row):
                        if text: cells.append(dict(row=r, column=c, rowSpan=1, columnSpan=1, text=text))
                tables.append(dict(page=number, box=[0, 0, 0, 0], cells=cells))
    print(json.dumps(tables), flush=True)
`;

/** The same documents through pdfplumber; null where Python does not have it. */
export async function plumberTables(documents: TruthDocument[]): Promise<Count[] | null> {
  const input = documents.map(({ pdf }) => JSON.stringify(pdf)).join("\n");
  const output = await run("python3", ["-c", script], input);
  if (output === null) return null;
  const lines = output.trim().split("\n");
  return documents.map((document, index) => endToEnd(document, JSON.parse(lines[index] ?? "[]")));
}

function run(command: string, parameters: string[], input: string): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, { stdio: ["pipe", "pipe", "ignore"] });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
    });
    child.on("error", () => resolve(null));
    child.on("close", (code) => resolve(code === 0 ? output : null));
    child.stdin.on("error", () => undefined);
    child.stdin.end(`${input}\n`);
  });
}
