import { startPractice } from "@besunny/connectors/doubles/practice/practice";

const USUAL_PORT = 4010;

/** Starts the doubles of the services that documents come from, and ends when the person stops it. */
export async function doubles(
  { port, files }: { port?: string | undefined; files?: string | undefined },
  say: (line: string) => void,
): Promise<void> {
  const practice = await startPractice({
    port: numberOf("port", port, USUAL_PORT),
    files: numberOf("files", files, 0),
  });
  for (const line of welcome(practice.url)) say(line);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  await practice.close();
}

function numberOf(name: string, text: string | undefined, usual: number): number {
  if (text === undefined) return usual;
  if (/^\d{1,7}$/.test(text)) return Number(text);
  throw new TypeError(`--${name} must be a number`);
}

/** Returns what a person reads who has started the doubles. */
export function welcome(url: string): string[] {
  return [
    `The doubles of Google, Microsoft 365 and Dropbox run at ${url}`,
    `  change their world   ${url}/`,
    `  by a program         GET or POST ${url}/__world`,
    "",
    "To offer them in BeSunny as practice accounts, start it with",
    "  DOUBLES=1",
    `  DOUBLES_URL=${url}`,
    "",
    "Ctrl+C stops them, and their world is forgotten.",
  ];
}
